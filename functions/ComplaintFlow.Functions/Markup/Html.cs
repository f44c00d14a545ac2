using System.Net;
using System.Runtime.CompilerServices;
using System.Text;

namespace ComplaintFlow.Functions.Markup;

/// <summary>
/// A piece of HTML. Made from interpolated strings only: the literal parts are trusted, every hole is encoded unless it
/// is a piece of HTML itself, so that nothing typed by a person can become markup.
/// </summary>
public readonly record struct Html
{
    private readonly string? _text;

    private Html(string text) => _text = text;

    public static Html Empty => default;

    /// <summary>Makes HTML from a literal with holes: <c>Html.Of($"&lt;p&gt;{name}&lt;/p&gt;")</c>.</summary>
    public static Html Of(HtmlInterpolation markup) => new(markup.ToString());

    /// <summary>A text, encoded.</summary>
    public static Html Text(string? text) => new(WebUtility.HtmlEncode(text ?? ""));

    /// <summary>The pieces one after the other.</summary>
    public static Html Join(IEnumerable<Html> pieces) => new(string.Concat(pieces));

    public static Html Each<T>(IEnumerable<T> items, Func<T, Html> piece) => Join(items.Select(piece));

    public static Html When(bool condition, Func<Html> piece) => condition ? piece() : Empty;

    public static Html When(bool condition, Html piece) => condition ? piece : Empty;

    public bool IsEmpty => string.IsNullOrEmpty(_text);

    public override string ToString() => _text ?? "";

    /// <summary>Builds an <see cref="Html"/>, encoding the holes.</summary>
    [InterpolatedStringHandler]
    public readonly ref struct HtmlInterpolation(int literalLength, int formattedCount)
    {
        private readonly StringBuilder _markup = new(literalLength + (formattedCount * 16));

        public void AppendLiteral(string literal) => _markup.Append(literal);

        public void AppendFormatted(Html piece) => _markup.Append(piece.ToString());

        public void AppendFormatted(string? text) => _markup.Append(WebUtility.HtmlEncode(text ?? ""));

        public void AppendFormatted(int number) => _markup.Append(System.Globalization.CultureInfo.InvariantCulture, $"{number}");

        public override string ToString() => _markup.ToString();
    }
}
