using System.Buffers;
using System.Text;
using ComplaintFlow.Domain.Procedure;

namespace ComplaintFlow.Functions.Mail.Templating;

/// <summary>
/// Takes what a template writes. The template's own text is kept as it is but for control characters; whatever comes from
/// outside it is held apart, with a control character as its mark in the text. So nothing but <see cref="Hold"/> makes a
/// mark, and no value is ever read for the structure of the mail.
/// </summary>
internal sealed class MailWriter(MailTemplates templates, Language language) : TextWriter
{
    /// <summary>Stands for the next of what is held.</summary>
    public const char Mark = '\u0001';

    /// <summary>Every control character but the line feed.</summary>
    private static readonly SearchValues<char> Controls = SearchValues.Create(
        [.. Enumerable.Range(0, 0xA0).Select(code => (char)code).Where(c => char.IsControl(c) && c != '\n')]);

    private readonly StringBuilder _text = new();
    private readonly List<Held> _held = [];

    public override Encoding Encoding => Encoding.Unicode;

    public MailTemplates Templates => templates;

    public Language Language => language;

    public IReadOnlyList<Held> Held => _held;

    public string Text => _text.ToString();

    public void Hold(Held held)
    {
        _held.Add(held);
        _text.Append(Mark);
    }

    public override void Write(char value)
    {
        if (value == '\n' || !char.IsControl(value))
        {
            _text.Append(value);
        }
    }

    public override void Write(string? value)
    {
        if (value.AsSpan().ContainsAny(Controls))
        {
            Write(value!.ToCharArray(), 0, value.Length);
        }
        else
        {
            _text.Append(value);
        }
    }

    public override void Write(char[] buffer, int index, int count)
    {
        foreach (char c in buffer.AsSpan(index, count))
        {
            Write(c);
        }
    }

    public override Task WriteAsync(char value)
    {
        Write(value);
        return Task.CompletedTask;
    }

    public override Task WriteAsync(string? value)
    {
        Write(value);
        return Task.CompletedTask;
    }

    public override Task WriteAsync(char[] buffer, int index, int count)
    {
        Write(buffer, index, count);
        return Task.CompletedTask;
    }
}
