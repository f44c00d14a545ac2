using ComplaintFlow.Domain.Procedure;

namespace ComplaintFlow.Functions.Mail.Templating;

/// <summary>What a mail is written from.</summary>
internal interface IMailModel
{
    /// <summary>The version in force on the day of sending.</summary>
    public ProcedureVersion Procedure { get; }

    /// <summary>The language of the mail.</summary>
    public Language Language { get; }
}
