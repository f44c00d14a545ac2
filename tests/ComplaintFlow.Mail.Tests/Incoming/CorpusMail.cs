using ComplaintFlow.Functions.Intake.Email;

namespace ComplaintFlow.Mail.Tests.Incoming;

/// <summary>The messages of <c>Corpus/</c>, each a folder's kind and a name.</summary>
internal static class CorpusMail
{
    private static readonly string Folder = Path.Combine(Repository.Tests, "Incoming", "Corpus");

    /// <summary>All of the corpus was received at this instant.</summary>
    public static DateTimeOffset ReceivedAt { get; } = new(2026, 3, 2, 12, 0, 0, TimeSpan.FromHours(1));

    public static IReadOnlyList<string> Names { get; } =
    [
        .. System.IO.Directory.GetFiles(Folder, "*.eml", SearchOption.AllDirectories)
            .Select(path => Path.ChangeExtension(Path.GetRelativePath(Folder, path), null).Replace('\\', '/'))
            .Order(StringComparer.Ordinal),
    ];

    public static byte[] Bytes(string name) => File.ReadAllBytes(PathOf(name, ".eml"));

    public static string PathOf(string name, string extension) => Path.Combine(Folder, name + extension);

    /// <summary>Reads as the firm courtier.example would.</summary>
    public static IncomingMail Read(byte[] raw) => Reader.Read(new MemoryStream(raw, writable: false), ReceivedAt);

    public static MailReader Reader { get; } = new(origin =>
        origin.Kind is not null && origin.From.Any(party => party.Domain == "courtier.example") && origin.MessageId.EndsWith("@courtier.example", StringComparison.Ordinal));
}
