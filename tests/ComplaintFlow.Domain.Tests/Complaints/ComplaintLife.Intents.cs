using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Domain.Procedure;

namespace ComplaintFlow.Domain.Tests.Complaints;

/// <summary>What people do in the tests, said shortly.</summary>
internal sealed partial class ComplaintLife
{
    private int _delivered;

    /// <summary>The client's complaint arrives; dates as <c>2026-03-02</c>.</summary>
    public ComplaintLife Receive(
        Channel channel = Channel.Web,
        string? email = TestFirm.ClientEmail,
        string? sentOn = null,
        string? receivedOn = null,
        string? writtenOn = null,
        string? regime = null,
        string? clientNumber = "C-1001",
        Representative? representative = null) => Do(new Receive(
            Actor.Client,
            Now,
            channel,
            Language.French,
            new Complainant { Name = "Camille Martin", Email = email, ClientNumber = clientNumber, PostalAddress = "3 rue des Lilas, Lyon" },
            representative,
            "Sinistre refusé",
            "Mon dégât des eaux n’est pas remboursé.",
            "POL-77",
            "habitation",
            Date(sentOn),
            Date(receivedOn),
            Date(writtenOn),
            regime));

    /// <summary>The outbox sends what waits in it.</summary>
    public ComplaintLife Deliver()
    {
        foreach (Mail mail in _mails[_delivered..].ToArray())
        {
            Do(new RecordMailSent(Now, new Guid(++_delivered, 0, 0, new byte[8]), mail.Kind, mail.To));
        }

        return this;
    }

    public ComplaintLife Draft(Actor by, AnswerChannel channel = AnswerChannel.Email, string text = "Nous vous remboursons.") =>
        Do(new Draft(by, Now, text, channel));

    public ComplaintLife Submit(Actor by, AnswerChannel channel = AnswerChannel.Email) =>
        Draft(by, channel).Do(new Submit(by, Now, Answer()));

    public ComplaintLife Approve(Actor by) => Do(new Approve(by, Now, null, null, Answer()));

    /// <summary>The whole way of an answer by e-mail at level 1.</summary>
    public ComplaintLife AnswerByEmail() => Submit(TestFirm.Anne).Approve(TestFirm.Manon);

    public ComplaintLife Escalate() => Do(new Escalate(Actor.Client, Now, "Je ne suis pas d’accord."));

    /// <summary>The whole way of an answer by e-mail at level 2.</summary>
    public ComplaintLife AnswerAtLevelTwo() => Submit(TestFirm.Manon).Approve(TestFirm.Denis);

    public ComplaintLife Close(string reason = "satisfied") => Do(new Close(TestFirm.Manon, Now, reason));

    /// <summary>The answer as it would leave now, at the present level.</summary>
    public AnswerDocument Answer() => AnswerDocument.Compose("Nous vous remboursons.", Complaint.Level, Procedure, Language.French);

    private static DateOnly? Date(string? text) => text is null ? null : TestFirm.Day(text);
}
