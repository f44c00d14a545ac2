using ComplaintFlow.Domain.Procedure;
using ComplaintFlow.Functions.Mail.Documents;

namespace ComplaintFlow.Functions.Mail;

/// <summary>
/// A mail while it is written, block after block, in one language. Texts are given in French and English side by side, with
/// plain spaces; French print's own spaces are put here. What people typed is never touched.
/// </summary>
internal sealed class MailDraft(Language language, string subjectFr, string? subjectEn = null)
{
    private readonly List<Block> _blocks = [];

    public MailDraft Say(string fr, string? en = null) => Add(new Paragraph(Printed(fr, en)));

    public MailDraft Heading(string fr, string? en = null) => Add(new Heading(Printed(fr, en)));

    public MailDraft Note(string fr, string? en = null) => Add(new Note(Printed(fr, en)));

    /// <summary>A person's words; nothing when there are none or they were erased.</summary>
    public MailDraft Quote(string? words) => string.IsNullOrWhiteSpace(words) ? this : Add(new Quote(words.Trim()));

    /// <summary>A heading and a person's words under it; nothing when there are none or they were erased.</summary>
    public MailDraft Quote(string? words, string headingFr, string? headingEn = null) =>
        string.IsNullOrWhiteSpace(words) ? this : Heading(headingFr, headingEn).Quote(words);

    public MailDraft Words(string words) => Add(new Words(words.Trim()));

    /// <summary>The rows that have a value.</summary>
    public MailDraft Facts(params IEnumerable<Fact?> rows)
    {
        List<Fact> known = [.. rows.OfType<Fact>()];
        return known.Count == 0 ? this : Add(new Facts(known));
    }

    /// <summary>A row in the firm's words; null without a value.</summary>
    public Fact? Row(string fr, string? en, string? value) =>
        string.IsNullOrWhiteSpace(value) ? null : new Fact(Printed(fr, en), Printed(QuotedWords.InLine(value), null));

    /// <summary>A row with what a person typed; null without a value.</summary>
    public Fact? Typed(string fr, string? en, string? value) =>
        string.IsNullOrWhiteSpace(value) ? null : new Fact(Printed(fr, en), value, IsQuoted: true);

    /// <summary>The link; nothing without one.</summary>
    public MailDraft Link(string? url, string fr, string? en = null) =>
        url is null ? this : Add(new LinkButton(Printed(fr, en), url));

    /// <summary>Writes some blocks in English into a French mail: a letter to an English-speaking client.</summary>
    public MailDraft InEnglish(Action<MailDraft> write)
    {
        MailDraft english = new(Language.English, subjectFr);
        write(english);
        _blocks.AddRange(english._blocks);
        return this;
    }

    public MailContent Done()
    {
        string subject = QuotedWords.InLine(Printed(subjectFr, subjectEn));
        return new MailContent(subject, new Document(language, subject, [.. _blocks]), language);
    }

    /// <summary>The text of the draft's language; a staff mail has French only, and a value is in that language already.</summary>
    private string Printed(string fr, string? en) => language == Language.French ? FrenchTypography.Apply(fr) : en ?? fr;

    private MailDraft Add(Block block)
    {
        _blocks.Add(block);
        return this;
    }
}
