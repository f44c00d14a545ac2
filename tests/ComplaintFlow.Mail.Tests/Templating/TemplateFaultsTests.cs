using System.Text.RegularExpressions;

namespace ComplaintFlow.Mail.Tests.Templating;

/// <summary>What is wrong with a firm's template is said at start, with file, line and column.</summary>
public sealed class TemplateFaultsTests : IDisposable
{
    /// <summary>Stands in a changed text where its fault is to be told.</summary>
    private const string Here = "▲";

    private readonly TemplateFiles _files = new();

    public void Dispose() => _files.Dispose();

    [Theory]
    [InlineData("answer.fr.liquid", "{% words answer %}", "▲{% words anwser %}", "la variable « anwser » n’existe pas dans ce message ; vouliez-vous dire « answer »")]
    [InlineData("extension.fr.liquid", "{{ former_date }}", "{{ ▲formerdate }}", "la variable « formerdate » n’existe pas dans ce message ; vouliez-vous dire « former_date »")]
    [InlineData("extension.fr.liquid", "{{ former_date }}", "{{ ▲firm.name }}", "la variable « firm.name » n’existe pas dans ce message ; vouliez-vous dire « firm_name »")]
    [InlineData("extension.fr.liquid", "Objet : Votre réclamation", "Objet : Votre {{ ▲sujet }} réclamation", "la variable « sujet » n’existe pas dans ce message ; vouliez-vous dire « subject »")]
    [InlineData("closed.fr.liquid", "{{ joined_with }}", "{{ ▲joined }}", "la variable « joined » n’existe pas dans ce message")]
    [InlineData("closed.fr.liquid", "{% if level2_open %}", "{% if ▲level3_open %}", "la variable « level3_open » n’existe pas dans ce message ; vouliez-vous dire « level2_open »")]
    [InlineData("closed.fr.liquid", "{% when \"merged\" %}", "{% when ▲\"mergd\" %}", "« closure » ne vaut jamais « mergd » mais satisfied, no-follow-up, withdrawn, requalified, merged, mediation")]
    [InlineData("closed.fr.liquid", "closure == \"merged\"", "closure == ▲\"joined\"", "« closure » ne vaut jamais « joined » mais satisfied, no-follow-up, withdrawn, requalified, merged, mediation")]
    [InlineData("closed.fr.liquid", "{{ closed_on }}, puisque", "{{ ▲closed_on | upcase }}, puisque", "le filtre « upcase » n’existe pas ; il y a seulement « count »")]
    [InlineData("returned.fr.liquid", "n° {{ draft_number }}.\n{% else", "n° {{ ▲draft_number | count: \"projet\" }}.\n{% else", "« count » s’applique à un nombre, avec le singulier et le pluriel : {{ days_left | count: \"jour\", \"jours\" }}")]
    [InlineData("waiting-mail.fr.liquid", "{{ item.from }}", "{{ ▲item.sender }}", "la variable « item.sender » n’existe pas dans ce message")]
    [InlineData("waiting-mail.fr.liquid", "{{ item.from }}", "{{ ▲items.from }}", "la variable « items.from » n’existe pas dans ce message ; vouliez-vous dire « item.from »")]
    [InlineData("waiting-mail.fr.liquid", "{% for item in waiting %}", "▲{% for item in (1..1000000) %}", "« for » parcourt une liste, en entier : {% for item in waiting %}")]
    [InlineData("answer.en.liquid", "{% include \"signature\" %}", "▲{% include \"signatur\" %}", "la partie « signatur » n’existe pas ; vouliez-vous dire « signature »")]
    [InlineData("answer.en.liquid", "{% include \"signature\" %}", "▲{% include \"../../etc/passwd\" %}", "la partie « ../../etc/passwd » n’existe pas")]
    [InlineData("answer.en.liquid", "{% include \"signature\" %}", "▲{% include \"summary\" %}", "la partie « summary » n’existe pas")]
    [InlineData("answer.en.liquid", "{% words answer %}", "{% ▲word answer %}", "l’instruction « word » n’existe pas ; vouliez-vous dire « words »")]
    [InlineData("answer.en.liquid", "{% words answer %}", "{% ▲assign x = answer %}", "l’instruction « assign » n’existe pas")]
    [InlineData("answer.en.liquid", "{% words answer %}", "{% ▲render \"x\" %}", "l’instruction « render » n’existe pas")]
    [InlineData("extension.fr.liquid", "{% include \"signature\" %}", "▲{% letter %}\n{% include \"signature\" %}", "« letter » n’a pas sa place ici : ce message n’en a pas")]
    [InlineData("dated-copy.en.liquid", "{% include \"signature\" %}", "▲{% level2 %}\n{% include \"signature\" %}", "« level2 » n’a pas sa place ici : ce message n’en a pas")]
    [InlineData("answer.fr.liquid", "{% words answer %}", "{{ ▲mediator }}{% words answer %}", "« mediator » ne s’écrit pas entre accolades : {% mediator %}")]
    [InlineData("answer.fr.liquid", "{% words answer %}", "{{ ▲follow_up }}{% words answer %}", "« follow_up » ne s’écrit pas entre accolades : {% link follow_up \"…\" %}")]
    [InlineData("answer.fr.liquid", "{% words answer %}", "▲{% words respond_by %}", "« respond_by » n’a pas sa place ici, après « words » mais entre accolades")]
    [InlineData("extension.fr.liquid", "Référence : {{ reference }}", "▲Référence {{ reference }}", "une ligne de « facts » s’écrit « Libellé : valeur »")]
    [InlineData("extension.fr.liquid", "Référence : {{ reference }}", "▲{% quote reason %}\nRéférence : {{ reference }}", "« quote » ne se place ni dans l’objet, ni dans « facts » ou « note »")]
    [InlineData("extension.fr.liquid", "Objet : Votre", "Objet : ▲{% quote reason %} Votre", "« quote » ne se place ni dans l’objet, ni dans « facts » ou « note »")]
    [InlineData("assignment.fr.liquid", "Bonjour {{ recipient }},", "Bonjour, voyez https▲://exemple.fr :", "un message interne ne porte qu’un lien, le sien : pas d’adresse de site ici")]
    [InlineData("sign-in.fr.liquid", "Objet : Votre", "▲Sujet : Votre", "le fichier commence par « Objet : », l’objet du message et une ligne vide")]
    public void Template_Wrong_IsToldWithItsPlace(string file, string from, string to, string message)
    {
        string[] before = TemplateFiles.Default(file).Replace(from, to, StringComparison.Ordinal).Split(Here)[0].Split('\n');

        Assert.Equal([$"{file}:{before.Length}:{before[^1].Length + 1}: {message}."], _files.Changed(file, from, to.Replace(Here, "", StringComparison.Ordinal)).Faults());
    }

    [Theory]
    [InlineData("answer.fr.liquid", "{% endunless %}", "")]
    [InlineData("answer.fr.liquid", "{% words answer %}", "{{ answer ")]
    [InlineData("closed.en.liquid", "{% endcase %}\n\n{% unless", "{% unless")]
    [InlineData("extension.fr.liquid", "{% endfacts %}", "")]
    [InlineData("extension.fr.liquid", "{% endfacts %}", "{% endif %}")]
    [InlineData("extension.fr.liquid", "{% quote reason \"La raison\" %}", "{% quote %}")]
    [InlineData("extension.fr.liquid", "{% quote reason \"La raison\" %}", "{% if %}x{% endif %}")]
    public void Template_Unreadable_IsToldOnceWithLineAndColumn(string file, string from, string to)
    {
        string fault = Assert.Single(_files.Changed(file, from, to).Faults());

        Assert.Matches($@"^{Regex.Escape(file)}:\d+:\d+: cette écriture n’est pas lisible \(.+\)\.$", fault);
        Assert.DoesNotContain(":1:1:", fault, StringComparison.Ordinal);
    }

    [Fact]
    public void Templates_SeveralWrong_AreAllTold()
    {
        _files.Changed("answer.fr.liquid", "{% mediator \"Saisir le médiateur\" %}", "{{ a }}{{ b }}").Changed("_signature.en.liquid", "{{ firm_name }}", "{{ firmname }}");

        Assert.Equal(
            ["answer.fr.liquid:11:4: la variable « a » n’existe pas dans ce message.", "answer.fr.liquid:11:11: la variable « b » n’existe pas dans ce message."],
            _files.Faults().Where(fault => fault.StartsWith("answer", StringComparison.Ordinal)));
        Assert.Equal(
            ["_signature.en.liquid:2:4: la variable « firmname » n’existe pas dans ce message ; vouliez-vous dire « firm_name »."],
            _files.Faults().Where(fault => fault.StartsWith('_')));
    }

    [Theory]
    [InlineData("anwser.fr.liquid", "aucun modèle ne porte ce nom ; vouliez-vous dire « answer.fr.liquid »")]
    [InlineData("answer.de.liquid", "aucun modèle ne porte ce nom ; vouliez-vous dire « answer.fr.liquid »")]
    [InlineData("Answer.fr.liquid", "aucun modèle ne porte ce nom ; vouliez-vous dire « answer.fr.liquid »")]
    [InlineData("assignment.en.liquid", "aucun modèle ne porte ce nom ; vouliez-vous dire « assignment.fr.liquid »")]
    [InlineData("newsletter.html", "aucun modèle ne porte ce nom")]
    public void Folder_UnknownName_IsToldWithTheNearest(string file, string message) =>
        Assert.Equal([$"{file}: {message}."], _files.With(file, "Objet : x\n\nx").Faults());

    [Theory]
    [InlineData("LISEZ-MOI.txt")]
    [InlineData("notes.md")]
    [InlineData(".gitignore")]
    [InlineData("answer.fr.liquid~")]
    public void Folder_FilesBeside_AreLeftAlone(string file) => Assert.Empty(_files.With(file, "{{").Faults());

    [Fact]
    public void Folder_Missing_IsToldWithTheSetting()
    {
        string fault = Assert.Single(Functions.Mail.MailTemplates.Read(Path.Combine(_files.Folder, "absent")).Faults);

        Assert.StartsWith("ComplaintFlow__Email__Templates : le dossier ", fault, StringComparison.Ordinal);
    }
}
