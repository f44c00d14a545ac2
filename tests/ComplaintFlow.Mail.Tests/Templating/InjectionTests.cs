using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Functions.Mail;
using ComplaintFlow.Functions.Mail.Documents;
using CsCheck;
using Note = ComplaintFlow.Functions.Mail.Documents.Note;

namespace ComplaintFlow.Mail.Tests.Templating;

/// <summary>Whatever is put into a template stays one piece of text within its block.</summary>
public sealed class InjectionTests
{
    /// <summary>What could be taken for the structure of a template, or for a mark of what is held apart.</summary>
    private static readonly Gen<string> Words = Gen.OneOf(
        Gen.OneOf<string>(
            "\n\n", "\n# ", "# Titre", "{{ reference }}", "{% mediator %}", "{% link follow_up \"x\" %}", "{% endfacts %}", "{% if", "\u0001", "\u0001\u0001", "\u0000",
            "a : b", " : ", "\r\nBcc: x@y.fr", "\u2028", "<b>", "https://mechant.example", "« x » !", "\u202Ex", "שלום", "Label : "),
        Gen.String[Gen.Char["ab#{}%|:\n\r\u0001\u0002 \t.é"], 1, 8]).Array[1, 6].Select(parts => $"x{string.Concat(parts)}x");

    private const string Template =
        """
        Objet : Réclamation {{ reference }} : {{ subject }} {{ contract }} !

        {{ subject }}

        Avant {{ subject }} et {{ firm_name }} : {{ contract }} ?
        {{ subject }}

        # {{ contract }}

        {% facts %}
        Objet : {{ subject }}
        Les deux : {{ subject }}, {{ firm_name }}
        {{ contract }} : {{ new_date }}
        {% endfacts %}

        {% note %}
        {{ subject }}
        {% endnote %}

        {% quote reason "La raison" %}

        {% link follow_up "Suivre" %}
        """;

    private static readonly Mails Mails = Read();

    [Fact]
    public void Values_Any_NeverMakeStructure() => Gen.Select(Words, Words, Words, Words.Select(words => words.Replace("mechant", "cabinet", StringComparison.Ordinal))).Sample((subject, contract, reason, firm) =>
    {
        MailContent mail = Compose(subject, contract, reason, firm);

        Assert.Equal(
            [typeof(Paragraph), typeof(Paragraph), typeof(Heading), typeof(Facts), typeof(Note), typeof(Heading), typeof(Quote), typeof(LinkButton)],
            mail.Body.Blocks.Select(block => block.GetType()));
        Facts facts = (Facts)mail.Body.Blocks[3];
        Assert.Equal(3, facts.Rows.Count);
        Assert.Equal(["Objet", "Les deux"], facts.Rows.Take(2).Select(row => row.Label));
        Assert.Equal(new Fact("Objet", subject, IsQuoted: true), facts.Rows[0]);
        Assert.Equal(new Heading("La raison"), mail.Body.Blocks[5]);
        Assert.Equal(new Quote(reason), mail.Body.Blocks[6]);
        Assert.Equal(new LinkButton("Suivre", Samples.ClientLink), mail.Body.Blocks[7]);
        Assert.Equal(2, ((Paragraph)mail.Body.Blocks[1]).Text.Split('\n').Length);
        Assert.DoesNotContain('\n', mail.Subject);
        Assert.DoesNotContain('\u0001', mail.Subject + TextRendering.Of(mail.Body) + HtmlRendering.Of(mail.Body));
        Assert.DoesNotContain("<b>", HtmlRendering.Of(mail.Body), StringComparison.Ordinal);
        Assert.DoesNotContain("://mechant", TextRendering.Of(mail.Body), StringComparison.Ordinal);
    });

    [Fact]
    public void Typed_InASentence_KeepsItsOwnPrint()
    {
        MailContent mail = Compose("Pourquoi ? « vite » ! n° 3 : là", "C 1", "x", "La « Maison » : conseil !");

        Assert.Equal(
            "Avant Pourquoi ? « vite » ! n° 3 : là et La «\u00A0Maison\u00A0»\u00A0: conseil\u202F!\u00A0: C 1\u202F?\nPourquoi ? « vite » ! n° 3 : là",
            ((Paragraph)mail.Body.Blocks[1]).Text);
    }

    [Fact]
    public void Typed_FromRightToLeft_CannotTurnTheSentence()
    {
        string text = ((Paragraph)Compose("שלום\u202E", "C 1", "x", "F").Body.Blocks[1]).Text;

        Assert.StartsWith("Avant \u2068שלום\u2069 et F", text, StringComparison.Ordinal);
    }

    private static Mails Read()
    {
        using TemplateFiles files = new();
        return new Mails(files.With("extension.fr.liquid", Template).ReadRight());
    }

    private static MailContent Compose(string subject, string contract, string reason, string firm)
    {
        MailMaterial mail = Catalogue.Client["extension.fr"];
        return Mails.Compose(mail with
        {
            Dossier = mail.Dossier with { Subject = subject, Contract = contract },
            Line = mail.Line with { Private = PrivatePart.OfText(reason) },
            Procedure = mail.Procedure with { Firm = mail.Procedure.Firm with { Name = firm } },
        });
    }
}
