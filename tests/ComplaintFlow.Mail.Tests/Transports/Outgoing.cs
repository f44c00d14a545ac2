using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Domain.Procedure;
using ComplaintFlow.Functions.Mail;

namespace ComplaintFlow.Mail.Tests.Transports;

/// <summary>Mails to send in tests.</summary>
internal static class Outgoing
{
    public static OutgoingMail To(string address, string name = "Jeanne Martin", int id = 1) => OutgoingMail.Of(
        new Guid(id, 7, 7, [1, 2, 3, 4, 5, 6, 7, 8]),
        MailKind.Answer,
        Samples.Reference,
        address,
        name,
        Samples.Mails.Compose(Life.Answered().ToClient(MailKind.Answer)),
        Samples.At(2026, 4, 20),
        Samples.Procedure.Firm);

    public static OutgoingMail WithoutReference => To("jeanne@exemple.fr") with { Reference = null, Kind = MailKind.SignIn, Language = Language.French };
}
