using System.Diagnostics;
using System.Globalization;
using ComplaintFlow.Functions.Intake.Email;
using ComplaintFlow.Functions.Intake.Email.Files;
using ComplaintFlow.Mutations;
using CsCheck;

namespace ComplaintFlow.Mail.Tests.Incoming;

/// <summary>
/// Whatever becomes of a mail on its way, it is read: no failure, no unbounded time or memory, every file listed opens with the
/// size it says. That no line is lost: <see cref="ReplyPartsTests"/>. <c>MUTATIONS</c> says how many are tried, and
/// <c>CsCheck_Seed</c> brings a failing one again.
/// </summary>
public sealed class MutationTests
{
    private const int Usual = 1_500;
    private static readonly TimeSpan LongestReading = TimeSpan.FromSeconds(10);

    /// <summary>Bytes that reading may allocate, kept or not: for each byte of the mail, and for the 2,000 files that a short one may have.</summary>
    private const int MostForAByte = 150;
    private const long MostForFiles = 100_000_000;

    [Fact]
    public void Mail_Mutated_IsAlwaysRead() => MutatedMails.Of([.. CorpusMail.Names.Select(CorpusMail.Bytes)]).Sample(
        raw =>
        {
            long start = Stopwatch.GetTimestamp();
            long before = GC.GetAllocatedBytesForCurrentThread();
            IncomingMail mail = CorpusMail.Read(raw);
            long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
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
            Assert.True(Stopwatch.GetElapsedTime(start) < LongestReading, $"{Stopwatch.GetElapsedTime(start)} for {raw.Length} bytes");
            Assert.True(allocated < MostForFiles + ((long)raw.Length * MostForAByte), $"{allocated} bytes for {raw.Length}");
        },
        iter: int.TryParse(Environment.GetEnvironmentVariable("MUTATIONS"), CultureInfo.InvariantCulture, out int wanted) ? wanted : Usual);

    private static long Length(IncomingAttachment file)
    {
        using Stream content = file.Open();
        byte[] buffer = new byte[64 * 1024];
        long length = 0;
        while (content.Read(buffer) is var read and > 0)
        {
            length += read;
        }

        return length;
    }
}
