using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Domain.Directory;
using ComplaintFlow.Domain.Procedure;

namespace ComplaintFlow.Pages.Tests;

/// <summary>A complaint written line by line, folded as the program folds it.</summary>
internal sealed class CaseFile
{
    public const string Reference = "R26-7KQ4-M2ZD";
    private readonly List<JournalLine> _journal = [];
    private DateTimeOffset _at = new(2026, 3, 2, 9, 5, 0, TimeSpan.FromHours(1));

    public IReadOnlyList<JournalLine> Journal => _journal;

    public Complaint Complaint => Evolution.Fold(_journal)!;

    public Dossier Dossier => Dossier.Of(_journal);

    public static Actor Handler { get; } = Actor.Staff(SampleFirm.Handler.Email);

    public static Actor Manager { get; } = Actor.Staff(SampleFirm.Manager.Email);

    /// <param name="typed">What the client typed in a field, by its name.</param>
    public static CaseFile Received(
        Func<string, string>? typed = null, Language language = Language.French, Channel channel = Channel.Web, bool hasEmail = true)
    {
        typed ??= Usual;
        DateOnly day = new(2026, 3, 2);
        return new CaseFile().Add(
            channel == Channel.Web ? Actor.Client : Handler,
            new ComplaintReceived(
                channel, language, ComplainantKind.Consumer, hasEmail, typed("product"), SampleFirm.Handler.Email,
                Terms.Of(SampleFirm.Procedure, SampleFirm.Procedure.DefaultRegime), day, day, channel == Channel.Phone ? null : day, day),
            new PrivatePart
            {
                Complainant = new() { Name = typed("name"), Email = hasEmail ? typed("email") : null, Phone = typed("phone"), PostalAddress = typed("postalAddress"), ClientNumber = typed("clientNumber") },
                Representative = new() { Name = typed("representativeName"), Email = typed("representativeEmail"), Capacity = typed("representativeCapacity") },
                Subject = typed("subject"),
                Description = typed("description"),
                Contract = typed("contract"),
            });
    }

    public CaseFile Add(Actor actor, ComplaintEvent fact, PrivatePart? part = null)
    {
        _journal.Add(new JournalLine(_journal.Count + 1, _at, actor, fact, part));
        _at = _at.AddHours(7.25);
        return this;
    }

    public CaseFile Add(Actor actor, ComplaintEvent fact, string text) => Add(actor, fact, new PrivatePart { Text = text });

    public CaseFile Acknowledged() => Add(Actor.System, new Acknowledged(AnswerChannel.Email, new DateOnly(2026, 3, 3)));

    public CaseFile Submitted(string text = "Madame,\n\nNous avons revu votre dossier. Votre sinistre sera indemnisé.", AnswerChannel channel = AnswerChannel.Email)
    {
        int number = Complaint.DraftCount + 1;
        return Add(Handler, new Drafted(number, Handler.Name, channel), text).Add(Handler, new Submitted(number, Manager.Name));
    }

    public CaseFile Approved() => Add(Manager, new Approved(Complaint.Draft!.Number, Manager.Name));

    public CaseFile Answered(string text = "Madame,\n\nNous avons revu votre dossier. Votre sinistre sera indemnisé.") =>
        Submitted(text).Approved().Add(Manager, new AnswerReleased(Complaint.Draft!.Number, AnswerChannel.Email, new DateOnly(2026, 3, 20)));

    public CaseFile Escalated() =>
        Add(Actor.Client, new Escalated(SampleFirm.Manager.Email, new DateOnly(2026, 3, 25), new DateOnly(2026, 5, 25)), "L’indemnité ne couvre pas la moitié des dégâts.");

    private static string Usual(string field) => field switch
    {
        "name" => "Jeanne Le Goff",
        "email" => "jeanne.legoff@example.fr",
        "phone" => "06 00 00 00 00",
        "postalAddress" => "3 place du Marché\n29000 Quimper",
        "clientNumber" => "C-1001",
        "subject" => "Refus de prise en charge d’un dégât des eaux",
        "description" => "Bonjour,\n\nMon sinistre du 4 février a été refusé sans explication, alors que mon contrat couvre les dégâts des eaux.\n\nJe demande que le dossier soit revu.",
        "contract" => "HAB-2024-118",
        "product" => "Habitation",
        "representativeName" => "Maître Alain Ker",
        "representativeEmail" => "a.ker@example.fr",
        "representativeCapacity" => "Avocat",
        _ => field,
    };
}
