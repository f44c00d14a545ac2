using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Domain.Procedure;
using ComplaintFlow.Functions.Mail;

namespace ComplaintFlow.Mail.Tests;

/// <summary>A complaint's journal, written line by line, and the mails that its last line brings.</summary>
internal sealed class Life
{
    private readonly List<JournalLine> _journal = [];

    public static Life Received(Language language = Language.French, Channel channel = Channel.Web, bool email = true, PrivatePart? words = null) =>
        new Life().Then(
            Samples.At(2026, 3, 2),
            Actor.Client,
            Samples.Received(channel, language, email),
            words ?? (language == Language.English ? Samples.English : Samples.French));

    /// <summary>Received, acknowledged, and answered at level 1 by e-mail on 20 April 2026.</summary>
    public static Life Answered(Language language = Language.French, string? answer = null) => Received(language)
        .Then(Samples.At(2026, 3, 2), Actor.System, new Acknowledged(AnswerChannel.Email, new(2026, 3, 2)))
        .Then(
            Samples.At(2026, 4, 17),
            Actor.Staff(Samples.Handler),
            new Drafted(1, Samples.Handler, AnswerChannel.Email),
            PrivatePart.OfText(answer ?? (language == Language.English
                ? "We have looked at your file again with the insurer.\n\nThe repair of the ceiling is covered: €1,240 will be paid to you within ten days."
                : "Nous avons réexaminé votre dossier avec l’assureur.\n\nLa réparation du plafond est bien couverte : 1 240 € vous seront versés sous dix jours.")))
        .Then(Samples.At(2026, 4, 17), Actor.Staff(Samples.Handler), new Submitted(1, Samples.Manager))
        .Then(Samples.At(2026, 4, 20), Actor.Staff(Samples.Manager), new Approved(1, Samples.Manager))
        .Then(Samples.At(2026, 4, 20), Actor.System, new AnswerReleased(1, AnswerChannel.Email, new(2026, 4, 20)));

    public static Life AtLevelTwo(Language language = Language.French) => Answered(language).Then(
        Samples.At(2026, 4, 27),
        Actor.Client,
        new Escalated(Samples.Manager, new(2026, 4, 27), new(2026, 6, 27)),
        PrivatePart.OfText(language == Language.English ? "The paint is missing." : "La peinture n’est pas comptée."));

    public Life Then(DateTimeOffset at, Actor actor, ComplaintEvent fact, PrivatePart? words = null)
    {
        _journal.Add(new JournalLine(_journal.Count + 1, at, actor, fact, words));
        return this;
    }

    /// <summary>The same facts after erasure: nothing personal is left.</summary>
    public Life Erased()
    {
        for (int i = 0; i < _journal.Count; i++)
        {
            _journal[i] = _journal[i] with { Private = null };
        }

        return this;
    }

    public MailMaterial ToClient(MailKind kind) => Material(kind, Recipient.Client, Samples.ClientLink);

    public MailMaterial ToStaff(MailKind kind, string email = Samples.Handler) => Material(kind, Recipient.Staff(email), Samples.StaffLink);

    private MailMaterial Material(MailKind kind, Recipient to, string link) => new()
    {
        Reference = Samples.Reference,
        Kind = kind,
        To = to,
        Complaint = Evolution.Fold(_journal)!,
        Dossier = Dossier.Of(_journal),
        Line = _journal[^1],
        Journal = _journal,
        Procedure = Samples.Procedure,
        Directory = Samples.Directory,
        Now = _journal[^1].At,
        Link = link,
    };
}
