namespace ComplaintFlow.Functions.Attachments;

/// <summary>What the two parts of an attachment's address may be, on every engine.</summary>
internal static class AttachmentName
{
    private const int MaximumLength = 64;

    /// <exception cref="ArgumentException">One of the parts is refused.</exception>
    public static void Check(string reference, string id)
    {
        CheckPart(reference, "reference");
        CheckPart(id, "id");
    }

    /// <summary>Whether a text can be one of the parts.</summary>
    public static bool IsAllowed(string? part) =>
        part is { Length: > 0 and <= MaximumLength } && part.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');

    private static void CheckPart(string part, string kind)
    {
        if (!IsAllowed(part))
        {
            throw new ArgumentException($"The {kind} of an attachment is 1 to {MaximumLength} letters, digits and dashes.");
        }
    }
}
