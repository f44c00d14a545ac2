using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Domain.Directory;
using ComplaintFlow.Domain.Procedure;
using ComplaintFlow.Functions.Mail.Templating;

namespace ComplaintFlow.Functions.Mail;

/// <summary>All that a mail about a complaint is made from.</summary>
public sealed record MailMaterial : IMailModel
{
    public required string Reference { get; init; }

    public required MailKind Kind { get; init; }

    public required Recipient To { get; init; }

    /// <summary>The complaint as it is when the mail is sent.</summary>
    public required Complaint Complaint { get; init; }

    /// <summary>Empty once erased; a mail then says less and is still made.</summary>
    public required Dossier Dossier { get; init; }

    /// <summary>The line that brought the mail; for one sent again, the line of the first.</summary>
    public required JournalLine Line { get; init; }

    public required IReadOnlyList<JournalLine> Journal { get; init; }

    /// <summary>The version in force on the day of sending: contact details are those of that day.</summary>
    public required ProcedureVersion Procedure { get; init; }

    public required StaffDirectory Directory { get; init; }

    /// <summary>With the firm's offset.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>Absolute: the client's follow-up page, or the staff member's <c>/s/</c> page.</summary>
    public string? Link { get; init; }

    /// <summary>Clients read the language of their complaint, staff read French but for a letter to pass on.</summary>
    public Language Language => LetterLanguage ?? (To.IsClient ? Complaint.Language : Language.French);

    /// <summary>The language of a letter to the client within a mail to staff; null for the mail itself.</summary>
    internal Language? LetterLanguage { get; init; }

    internal Firm Firm => Procedure.Firm;

    internal DateOnly Today => DateOnly.FromDateTime(Now.DateTime);

    /// <summary>In a staff mail, whose only link is its own, the mediator's site stands without its scheme, as in print.</summary>
    internal Mediator MediatorAsPrinted
    {
        get
        {
            Mediator mediator = Procedure.Mediator;
            int scheme = mediator.Website.IndexOf("://", StringComparison.Ordinal);
            return To.IsClient || scheme < 0 ? mediator : mediator with { Website = mediator.Website[(scheme + 3)..].TrimEnd('/') };
        }
    }

    /// <summary>The same; null without a date.</summary>
    internal string? Day(DateOnly? date) => date is { } day ? Day(day) : null;

    /// <summary>A date in words, in the language of the mail.</summary>
    internal string Day(DateOnly date) => CivilDateText.Long(date, Language);

    /// <summary>The name of a person of the directory; the address of one who left it.</summary>
    internal string NameOf(string email) =>
        Directory.Staff.FirstOrDefault(member => string.Equals(member.Email, email, StringComparison.OrdinalIgnoreCase))?.Name ?? email;

    /// <summary>The fact that brought the mail.</summary>
    /// <exception cref="InvalidOperationException">It is of another type: this kind of mail cannot come from it.</exception>
    internal T Fact<T>()
        where T : ComplaintEvent =>
        Line.Fact as T ?? throw NotFrom();

    internal InvalidOperationException NotFrom() =>
        new($"A mail of kind {WireName.Of(Kind)} cannot come from a line of type {Line.Fact.GetType().Name}.");
}
