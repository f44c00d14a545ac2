using ComplaintFlow.Functions.Intake.Email;

namespace ComplaintFlow.Mail.Tests.Incoming;

/// <summary>
/// Difficult mails and how each is read, pinned beside the message. To write them again after a change:
/// <c>WRITE_GOLDEN=1 dotnet test tests/ComplaintFlow.Mail.Tests --filter CorpusTests</c>, then read the difference.
/// </summary>
public sealed class CorpusTests
{
    private static bool Writes => Environment.GetEnvironmentVariable("WRITE_GOLDEN") == "1";

    public static TheoryData<string> Names => [.. CorpusMail.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Mail_OfTheCorpus_IsReadAsPinned(string name)
    {
        string path = CorpusMail.PathOf(name, ".json");
        string reading = Reading.Of(CorpusMail.Read(CorpusMail.Bytes(name)));
        if (Writes)
        {
            File.WriteAllText(path, reading);
        }

        Assert.True(File.Exists(path), $"{name}.json is missing: write it with WRITE_GOLDEN=1.");
        Assert.Equal(File.ReadAllText(path), reading);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Mail_FromAStreamThatCannotSeek_IsReadTheSame(string name)
    {
        byte[] raw = CorpusMail.Bytes(name);
        using System.IO.Compression.BrotliStream oneWay = new(new MemoryStream(Packed(raw)), System.IO.Compression.CompressionMode.Decompress);

        IncomingMail mail = CorpusMail.Reader.Read(oneWay, CorpusMail.ReceivedAt);

        Assert.Equal(Reading.Of(CorpusMail.Read(raw)), Reading.Of(mail));
    }

    [Fact]
    public void Corpus_HasAtLeastSixtyMessages_AndNoReadingWithoutOne()
    {
        Assert.True(CorpusMail.Names.Count >= 60);
        string[] readings = System.IO.Directory.GetFiles(CorpusMail.PathOf("", ""), "*.json", SearchOption.AllDirectories);
        Assert.All(readings, path => Assert.True(File.Exists(Path.ChangeExtension(path, ".eml")), path));
    }

    private static byte[] Packed(byte[] raw)
    {
        using MemoryStream packed = new();
        using (System.IO.Compression.BrotliStream brotli = new(packed, System.IO.Compression.CompressionMode.Compress, leaveOpen: true))
        {
            brotli.Write(raw);
        }

        return packed.ToArray();
    }
}
