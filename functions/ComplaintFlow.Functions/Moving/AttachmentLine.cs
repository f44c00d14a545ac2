using System.Text.Json;
using ComplaintFlow.Functions.Attachments;

namespace ComplaintFlow.Functions.Moving;

/// <summary>An attachment as a line of JSON; its content lies under its hash.</summary>
/// <param name="Reference">As in <see cref="AttachmentAddress"/>.</param>
/// <param name="Id">As in <see cref="AttachmentAddress"/>.</param>
/// <param name="Size">In bytes.</param>
/// <param name="Sha256">SHA-256 of the content, lower-case hexadecimal.</param>
internal sealed record AttachmentLine(string Reference, string Id, long Size, string Sha256)
{
    private const int HashLength = 64;

    public ReadOnlyMemory<byte> ToLine() => JsonSerializer.SerializeToUtf8Bytes(this, JsonSerializerOptions.Web);

    /// <exception cref="JsonException">The line is no attachment.</exception>
    public static AttachmentLine Read(string line) =>
        JsonSerializer.Deserialize<AttachmentLine>(line, JsonSerializerOptions.Web) is { Size: >= 0, Sha256.Length: HashLength } known
        && known.Sha256.All(char.IsAsciiHexDigitLower)
        && AttachmentAddress.TryParse($"{known.Reference}/{known.Id}") is not null
            ? known
            : throw new JsonException("The line is no attachment.");
}
