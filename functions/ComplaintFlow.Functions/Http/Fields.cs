using System.Globalization;
using ComplaintFlow.Domain.Complaints;
using MimeKit;

namespace ComplaintFlow.Functions.Http;

/// <summary>
/// The fields of a request body, read the same from JSON (nested names with dots: <c>complainant.name</c>) and from a
/// form. Reading a field checks it: what is wrong is added to the errors under the name that the sender used.
/// </summary>
public sealed class Fields(IReadOnlyDictionary<string, string> values, FieldErrors errors, Func<string, string>? senderName = null)
{
    /// <summary>The longest text that a field takes unless said otherwise.</summary>
    public const int LongestText = 20_000;
    private const int LongestEmail = 254;
    private static readonly DateOnly Earliest = new(1990, 1, 1);
    private static readonly DateOnly Latest = new(2199, 12, 31);

    public FieldErrors Errors => errors;

    /// <summary>Whether something other than white space was given.</summary>
    public bool IsGiven(string name) => values.TryGetValue(name, out string? value) && !string.IsNullOrWhiteSpace(value);

    /// <summary>Whether any field of an object was given.</summary>
    public bool HasAny(string prefix) => values.Keys.Any(name => name.StartsWith(prefix + ".", StringComparison.Ordinal));

    /// <summary>A text, trimmed; null when absent or blank.</summary>
    public string? Optional(string name, int longest = LongestText)
    {
        if (!values.TryGetValue(name, out string? value) || string.IsNullOrWhiteSpace(value))
        {
            return null;
        }

        string text = value.Trim();
        if (!IsText(text))
        {
            Add(name, "Ce texte contient des caractères qui ne peuvent pas être enregistrés.", "This text contains characters that cannot be stored.");
            return null;
        }

        // A character is a code point: an emoji counts as one, as it does for whoever typed it.
        int length = text.Length > longest ? text.EnumerateRunes().Count() : text.Length;
        if (length > longest)
        {
            Add(name, $"{longest} caractères au plus ({length} reçus).", $"At most {longest} characters ({length} given).");
            return null;
        }

        return text;
    }

    /// <summary>A text that must be given; empty (and an error) when it is not.</summary>
    public string Required(string name, int longest = LongestText)
    {
        if (!IsGiven(name))
        {
            AddRequired(name);
            return "";
        }

        return Optional(name, longest) ?? "";
    }

    public DateOnly? OptionalDate(string name)
    {
        if (Optional(name) is not { } text)
        {
            return null;
        }

        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date))
        {
            Add(name, $"« {Shorten(text)} » n’est pas une date ; écrivez-la comme 2026-03-02.", $"\"{Shorten(text)}\" is not a date; write it like 2026-03-02.");
            return null;
        }

        if (date < Earliest || date > Latest)
        {
            Add(name, "Cette date doit être entre 1990 et 2199.", "This date must be between 1990 and 2199.");
            return null;
        }

        return date;
    }

    public DateOnly RequiredDate(string name)
    {
        if (!IsGiven(name))
        {
            AddRequired(name);
            return default;
        }

        return OptionalDate(name) ?? default;
    }

    public T? OptionalChoice<T>(string name)
        where T : struct, Enum
    {
        if (Optional(name) is not { } text)
        {
            return null;
        }

        if (WireName.TryParse(text, out T value))
        {
            return value;
        }

        string known = string.Join(", ", WireName.All<T>());
        Add(name, $"« {Shorten(text)} » n’est pas possible ici ; choisissez parmi : {known}.", $"\"{Shorten(text)}\" is not possible here; choose one of: {known}.");
        return null;
    }

    public T RequiredChoice<T>(string name)
        where T : struct, Enum
    {
        if (!IsGiven(name))
        {
            AddRequired(name);
            return default;
        }

        return OptionalChoice<T>(name) ?? default;
    }

    /// <summary>A yes or no: <c>true</c>, <c>on</c>, <c>yes</c>, <c>1</c> or their contraries; false when absent.</summary>
    public bool Flag(string name)
    {
        switch (Optional(name)?.ToLowerInvariant())
        {
            case "true" or "on" or "yes" or "1":
                return true;
            case null or "false" or "off" or "no" or "0":
                return false;
            default:
                Add(name, "Répondez par true ou false.", "Answer true or false.");
                return false;
        }
    }

    public string? OptionalEmail(string name)
    {
        if (Optional(name, LongestEmail) is not { } text)
        {
            return null;
        }

        if (!IsEmail(text))
        {
            Add(name, $"« {Shorten(text)} » n’est pas une adresse e-mail.", $"\"{Shorten(text)}\" is not an e-mail address.");
            return null;
        }

        return text;
    }

    public string RequiredEmail(string name)
    {
        if (!IsGiven(name))
        {
            AddRequired(name);
            return "";
        }

        return OptionalEmail(name) ?? "";
    }

    public void Add(string name, string fr, string en) => errors.Add(senderName?.Invoke(name) ?? name, fr, en);

    public void AddRequired(string name) => Add(name, "Ce champ est obligatoire.", "This field is required.");

    /// <summary>A local part, a domain with a dot or a literal, nothing around them.</summary>
    public static bool IsEmail(string text) =>
        MailboxAddress.TryParse(text, out MailboxAddress? mailbox)
        && mailbox.Address == text
        && text.LastIndexOf('@') is var at && at > 0
        && text[(at + 1)..].Contains('.', StringComparison.Ordinal)
        && !text.EndsWith('.')
        && !text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c));

    /// <summary>No lone surrogate and no NUL: the only characters that no store and no page can carry.</summary>
    private static bool IsText(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == '\0' || char.IsLowSurrogate(text[i]))
            {
                return false;
            }

            if (char.IsHighSurrogate(text[i]))
            {
                if (i + 1 == text.Length || !char.IsLowSurrogate(text[i + 1]))
                {
                    return false;
                }

                i++;
            }
        }

        return true;
    }

    private static string Shorten(string text) => text.Length <= 60 ? text : text[..(char.IsHighSurrogate(text[59]) ? 59 : 60)] + "…";
}
