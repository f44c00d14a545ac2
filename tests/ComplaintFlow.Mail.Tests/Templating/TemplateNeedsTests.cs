using ComplaintFlow.Functions.Mail;

namespace ComplaintFlow.Mail.Tests.Templating;

/// <summary>What a kind of mail must say, its template must say on every way through its conditions.</summary>
public sealed class TemplateNeedsTests : IDisposable
{
    private readonly TemplateFiles _files = new();

    public void Dispose() => _files.Dispose();

    [Theory]
    [InlineData("answer.fr.liquid", "{% level2 \"Demander une nouvelle étude\" %}", "il manque {% level2 %} : toute réponse de niveau 1 dit comment demander une nouvelle étude")]
    [InlineData("answer.en.liquid", "{% level2 \"Asking for a second look\" %}", "il manque {% level2 %} : toute réponse de niveau 1 dit comment demander une nouvelle étude")]
    [InlineData("answer.fr.liquid", "{% mediator \"Saisir le médiateur\" %}", "il manque {% mediator %} : toute réponse écrite dit comment saisir le médiateur")]
    [InlineData("answer.en.liquid", "{% mediator \"Turning to the mediator\" %}", "il manque {% mediator %} : toute réponse écrite dit comment saisir le médiateur")]
    [InlineData("answer.fr.liquid", "{% words answer %}", "il manque {% words answer %} : c’est la réponse")]
    [InlineData("answer.fr.liquid", "{% include \"follow-up\" %}", "il manque {% link follow_up %} : le seul lien du message")]
    [InlineData("acknowledgement.fr.liquid", "{% mediator %}", "il manque {% mediator %} : le client doit savoir comment saisir le médiateur")]
    [InlineData("acknowledgement.en.liquid", "{% level2 %}", "il manque {% level2 %} : le client doit savoir comment demander une nouvelle étude")]
    [InlineData("_mediator-text.fr.liquid", "{% mediator %}", "il manque {% mediator %} : le client doit savoir comment saisir le médiateur")]
    [InlineData("extension.en.liquid", "New date at the latest: {{ new_date }}", "il manque {{ new_date }} : le client doit connaître la nouvelle date")]
    [InlineData("extension.fr.liquid", "{% quote reason \"La raison\" %}", "il manque {% quote reason %} : le client doit connaître la raison")]
    [InlineData("returned.fr.liquid", "{% link page \"Reprendre la réponse\" %}", "il manque {% link page %} : le seul lien du message")]
    [InlineData("mediator-letter.fr.liquid", "{% letter %}", "il manque {% letter %} : c’est la lettre à envoyer")]
    [InlineData("waiting-mail.fr.liquid", "{% link desk \"Ouvrir le bureau\" %}", "il manque {% link desk %} : le seul lien du message")]
    [InlineData("sign-in.fr.liquid", "{% link sign_in \"Se connecter\" %}", "il manque {% link sign_in %} : le seul lien du message")]
    public void Template_WithoutWhatItMustSay_IsAFault(string file, string removed, string message) =>
        Assert.Contains($"{file}:1:1: {message}.", _files.Changed(file, removed, "").Faults());

    [Theory]
    [InlineData("answer.fr.liquid", "{% mediator \"Saisir le médiateur\" %}", "{% if level == 2 %}{% mediator %}{% endif %}", "{% mediator %} ne se trouve pas dans tous les cas")]
    [InlineData("answer.fr.liquid", "{% mediator \"Saisir le médiateur\" %}", "{% unless oral %}{% mediator %}{% endunless %}", "{% mediator %} ne se trouve pas dans tous les cas")]
    [InlineData("answer.fr.liquid", "{% mediator \"Saisir le médiateur\" %}", "{% comment %}{% mediator %}{% endcomment %}", "il manque {% mediator %}")]
    [InlineData("progress.fr.liquid", "{% include \"follow-up\" %}", "{% case event %}{% when \"message\", \"level-2\" %}{% include \"follow-up\" %}{% endcase %}", "{% link follow_up %} ne se trouve pas dans tous les cas")]
    [InlineData("waiting-mail.fr.liquid", "{% endfor %}", "{% link desk \"x\" %}{% endfor %}", "{% link desk %} peut s’y trouver plusieurs fois")]
    [InlineData("assignment.fr.liquid", "{% if stands_in %}", "{% if stands_in %}{% link page \"Encore\" %}", "{% link page %} peut s’y trouver plusieurs fois")]
    public void Template_SayingItOnlySometimesOrTooOften_IsAFault(string file, string from, string to, string message) =>
        Assert.StartsWith($"{file}:1:1: {message}", Assert.Single(_files.Changed(file, from, to).Faults()), StringComparison.Ordinal);

    [Theory]
    [InlineData("{% if level == 2 %}{% mediator \"A\" %}{% elsif oral %}{% mediator \"B\" %}{% else %}{% mediator %}{% endif %}")]
    [InlineData("{% unless oral %}{% mediator \"A\" %}{% else %}{% mediator \"B\" %}{% endunless %}")]
    [InlineData("{% mediator %}\n\n{% mediator %}")]
    public void Template_SayingItOnEveryWay_IsRight(string mediator) =>
        _files.Changed("answer.fr.liquid", "{% mediator \"Saisir le médiateur\" %}", mediator).ReadRight();

    [Fact]
    public void Case_OfEveryName_NeedsNoElse() => _files.Changed(
        "progress.fr.liquid",
        "{% include \"follow-up\" %}",
        "{% case event %}{% when \"message\", \"level-2\" %}{% include \"follow-up\" %}{% when \"transferred\" or \"new-handler\" %}{% include \"follow-up\" %}{% endcase %}").ReadRight();

    [Fact]
    public void Part_WithoutAMention_IsToldOfThePartAndTheMail() => Assert.Equal(
        ["_privacy.fr.liquid:1:1: avec cette partie, dans acknowledgement.fr.liquid, il manque {{ privacy_rights }} : mention obligatoire sur les données personnelles."],
        _files.Changed("_privacy.fr.liquid", "Vos droits : {{ privacy_rights }}", "").Faults());

    [Fact]
    public void Part_ThatContainsItself_IsAFault() => Assert.Contains(
        "_signature.fr.liquid:1:1: la partie « signature » se contient elle-même.",
        _files.With("_signature.fr.liquid", "{% include \"signature\" %}").Faults());

    [Fact]
    public void Part_WithAVariableThatOneMailLacks_IsToldOnce() => Assert.Equal(
        ["_signature.fr.liquid:2:4: la variable « new_date » n’existe pas dans ce message."],
        _files.Changed("_signature.fr.liquid", "{{ firm_name }}", "{{ new_date }}").Faults());

    [Fact]
    public void Defaults_AllOfThem_HaveNoFault()
    {
        foreach (string path in Directory.GetFiles(TemplateFiles.Defaults))
        {
            _files.With(Path.GetFileName(path), File.ReadAllText(path));
        }

        Assert.Empty(_files.ReadRight().Faults);
    }

    [Fact]
    public void Defaults_BesideOneOverride_HaveNoFault() => _files.With("_promise.fr.liquid", "").ReadRight();

    [Fact]
    public void NoFolder_IsTheDefaults() => Assert.Same(MailTemplates.Default, MailTemplates.Read(""));
}
