namespace ComplaintFlow.Functions.Intake.Email.Files;

/// <summary>What the bytes of a file are.</summary>
/// <param name="ContentType">A media type in lower case.</param>
/// <param name="Extension">With its dot; empty where none is usual.</param>
/// <param name="IsProgram">Whether a machine may run it.</param>
public sealed record FileType(string ContentType, string Extension, bool IsProgram = false)
{
    public static FileType Unknown { get; } = new("application/octet-stream", "");

    public static FileType Text { get; } = new("text/plain", ".txt");

    public static FileType Mail { get; } = new("message/rfc822", ".eml");
}
