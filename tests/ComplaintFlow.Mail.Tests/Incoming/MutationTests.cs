using System.Diagnostics;
using ComplaintFlow.Functions.Intake.Email;
using ComplaintFlow.Functions.Intake.Email.Files;
using CsCheck;

namespace ComplaintFlow.Mail.Tests.Incoming;

/// <summary>Whatever becomes of a mail on its way, it is read: no failure, no unbounded time, every file listed opens with the size it says. That no line is lost: <see cref="ReplyPartsTests"/>.</summary>
public sealed class MutationTests
{
    private static readonly byte[][] Corpus = [.. CorpusMail.Names.Select(CorpusMail.Bytes)];

    /// <summary>A message of the corpus after one to six accidents.</summary>
    private static readonly Gen<byte[]> Mutated =
        Gen.Select(Gen.OneOf<byte[]>(Corpus), Accident.Array[1, 6], (mail, accidents) => accidents.Aggregate(mail, (bytes, accident) => accident(bytes)));

    private static Gen<Func<byte[], byte[]>> Accident => Gen.OneOf(
        Gen.Select(Gen.Double[0, 1], Gen.Byte, (at, value) => (Func<byte[], byte[]>)(mail => Flip(mail, at, value))),
        Gen.Select(Gen.Double[0, 1], Gen.Double[0, 1], (one, other) => (Func<byte[], byte[]>)(mail => Cut(mail, one, other))),
        Gen.Select(Gen.Double[0, 1], Gen.Double[0, 1], (one, other) => (Func<byte[], byte[]>)(mail => Twice(mail, one, other))),
        Gen.Select(Gen.OneOf<byte[]>(Corpus), Gen.Double[0, 1], Gen.Double[0, 1], (from, one, other) => (Func<byte[], byte[]>)(mail => Splice(mail, from, one, other))),
        Gen.Select(Gen.Double[0, 1], Gen.OneOf<byte[]>("\r"u8.ToArray(), "\n"u8.ToArray(), "\0"u8.ToArray(), "\r\n\r\n"u8.ToArray(), "--b\r\n"u8.ToArray(), "=?"u8.ToArray(), [0xC3], [0xFF, 0xFE]), (at, word) =>
            (Func<byte[], byte[]>)(mail => [.. mail.AsSpan(0, Place(mail, at)), .. word, .. mail.AsSpan(Place(mail, at))])));

    [Fact]
    public void Mail_Mutated_IsAlwaysRead() => Mutated.Sample(
        raw =>
        {
            long start = Stopwatch.GetTimestamp();
            IncomingMail mail = CorpusMail.Read(raw);
            foreach (IncomingAttachment file in mail.Attachments)
            {
                Assert.Equal(file.Size, Length(file));
                Assert.InRange(file.FileName.Length, 1, 200);
                Assert.DoesNotContain(file.FileName, c => c is '/' or '\\' || char.IsControl(c));
            }

            Assert.NotEqual(UnreadableReason.Failed, mail.Unreadable);
            Assert.True(mail.Sent.At <= mail.ReceivedAt);
            Assert.NotEmpty(mail.MessageId);
            Assert.DoesNotContain(mail.Subject.Text + mail.Sender.DisplayName, char.IsControl);
            Assert.True(Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(10), $"{Stopwatch.GetElapsedTime(start)}");
        },
        iter: 3_000);

    private static byte[] Flip(byte[] mail, double at, byte value)
    {
        byte[] flipped = [.. mail];
        if (flipped.Length > 0)
        {
            flipped[Math.Min(Place(mail, at), flipped.Length - 1)] = value;
        }

        return flipped;
    }

    private static byte[] Cut(byte[] mail, double one, double other)
    {
        (int start, int end) = Range(mail, one, other);
        return [.. mail.AsSpan(0, start), .. mail.AsSpan(end)];
    }

    private static byte[] Twice(byte[] mail, double one, double other)
    {
        (int start, int end) = Range(mail, one, other);
        return mail.Length > 200_000 ? mail : [.. mail.AsSpan(0, end), .. mail.AsSpan(start)];
    }

    private static byte[] Splice(byte[] mail, byte[] from, double one, double other) => [.. mail.AsSpan(0, Place(mail, one)), .. from.AsSpan(Place(from, other))];

    private static (int Start, int End) Range(byte[] mail, double one, double other) =>
        (Place(mail, Math.Min(one, other)), Place(mail, Math.Max(one, other)));

    private static int Place(byte[] mail, double at) => (int)(at * mail.Length);

    private static long Length(IncomingAttachment file)
    {
        using Stream content = file.Open();
        using MemoryStream all = new();
        content.CopyTo(all);
        return all.Length;
    }
}
