using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Functions.Mail;
using ComplaintFlow.Functions.Mail.Documents;

namespace ComplaintFlow.Mail.Tests.Templating;

/// <summary>A firm's file takes the place of the default, and only of that one.</summary>
public sealed class OverrideTests : IDisposable
{
    private readonly TemplateFiles _files = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public void Override_Subject_IsTheFirms()
    {
        _files.Changed("extension.fr.liquid", "nouvelle date de réponse", "« {{ subject }} »,\nréponse le {{ new_date }} !");

        Assert.Equal(
            "Votre réclamation R26-7KQ4-M2ZD\u00A0: «\u00A0Remboursement refusé après un dégât des eaux\u00A0», réponse le lundi 1er juin 2026\u202F!",
            Written("extension.fr").Subject);
    }

    [Fact]
    public void Override_Part_IsInEveryMailOfItsLanguage()
    {
        _files.Changed("_signature.fr.liquid", "Cordialement,", "Bien à vous,");

        Assert.Contains("Bien à vous,\nMadame Courtage", Text("answer.fr"), StringComparison.Ordinal);
        Assert.Contains("Bien à vous,\nMadame Courtage", Text("closed-merged.fr"), StringComparison.Ordinal);
        Assert.Contains("Kind regards,", Text("answer.en"), StringComparison.Ordinal);
    }

    [Fact]
    public void Override_OfOne_LeavesTheOthers()
    {
        _files.Changed("extension.fr.liquid", "Madame, Monsieur,", "Bonjour,");

        Assert.StartsWith("Bonjour,\n", Text("extension.fr"), StringComparison.Ordinal);
        Assert.Equal(Read("extension.en.txt"), Golden("extension.en"));
        Assert.Equal(Read("answer.fr.txt"), Golden("answer.fr"));
    }

    [Fact]
    public void Override_WithCarriageReturnsAndAMark_ReadsTheSame()
    {
        _files.With("answer.fr.liquid", "\uFEFF" + TemplateFiles.Default("answer.fr.liquid").ReplaceLineEndings(" \r\n"));

        Assert.Equal(Read("answer.fr.txt"), Golden("answer.fr"));
    }

    [Fact]
    public void Override_ChangedAfterTheStart_IsNotReadAgain()
    {
        MailTemplates templates = _files.Changed("extension.fr.liquid", "Madame, Monsieur,", "Bonjour,").ReadRight();
        _files.With("extension.fr.liquid", "{{");

        Assert.StartsWith(
            "Bonjour,\n", TextRendering.Of(new Mails(templates).Compose(Catalogue.Client["extension.fr"]).Body), StringComparison.Ordinal);
    }

    [Fact]
    public void Paragraph_LinesAndEmptyLines_AreAsWritten()
    {
        _files.Changed("extension.fr.liquid", "Madame, Monsieur,", "# Un titre\nUne ligne\n  une autre\n\n\n\n{% if oral %}\n\nNon\n{% endif %}\n{{ contract }}\n{{ product }}");

        Assert.Equal(
            [new Heading("Un titre"), new Paragraph("Une ligne\nune autre"), new Paragraph("MRH-552 018\nMultirisque habitation")],
            Written("extension.fr").Body.Blocks.Take(3));
    }

    [Fact]
    public void Row_WithoutItsValue_IsLeftOut()
    {
        _files.Changed("extension.fr.liquid", "Référence : {{ reference }}", "Contrat : {{ contract }} ; {{ reference }}\nDossier : n° {{ contract }}\nVide :\nEntre {{ contract }} : {{ reference }}");
        MailMaterial erased = Catalogue.Client["extension.fr"];
        JournalLine[] journal = [.. erased.Journal.Select(line => line with { Private = null })];

        MailContent mail = new Mails(_files.ReadRight()).Compose(erased with { Journal = journal, Line = journal[^1], Dossier = Dossier.Of(journal) });

        Assert.Equal(
            [new Fact("Contrat", "\u202F; R26-7KQ4-M2ZD"), new Fact("Entre", "R26-7KQ4-M2ZD")],
            mail.Body.Blocks.OfType<Facts>().First().Rows.Take(2));
    }

    [Fact]
    public void Answer_WhoseWaysWereTakenAway_MustNotLeave()
    {
        // A template of this kind does not pass the check at start; the answer is looked at once more all the same.
        MailTemplates templates = _files.Changed("answer.fr.liquid", "{% mediator \"Saisir le médiateur\" %}", "").Read();

        Assert.NotEmpty(templates.Faults);
        Assert.Throws<InvalidOperationException>(() => new Mails(templates).Compose(Catalogue.Client["answer.fr"]));
    }

    private MailContent Written(string name) => new Mails(_files.ReadRight()).Compose(Catalogue.Client[name]);

    private string Text(string name) => TextRendering.Of(Written(name).Body);

    private string Golden(string name) => $"Subject: {Written(name).Subject}\n\n{Text(name)}";

    private static string Read(string golden) => File.ReadAllText(Path.Combine(Repository.Tests, "Golden", golden));
}
