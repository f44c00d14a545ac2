using ComplaintFlow.Crash.Sending;
using ComplaintFlow.SmtpServer;
using MimeKit;
using Xunit.Abstractions;

namespace ComplaintFlow.Crash;

/// <summary>
/// The program killed at each step of sending a mail by SMTP. None is lost, and none leaves twice, but for the one moment that
/// SMTP leaves open: between the server's acceptance and our record of it. Then the second has the same Message-ID.
/// </summary>
public sealed class SmtpCrashTests(ITestOutputHelper output)
{
    [Fact]
    public async Task App_KilledAtEachStepOfSmtp_LosesNoMail_AndDoublesOneOnlyBetweenAcceptanceAndRecord()
    {
        string directory = Directory.CreateTempSubdirectory("complaintflow-crash-").FullName;
        using SmtpServerProcess server = await SmtpServerProcess.StartAsync();
        using SmtpHold hold = new(server.Port);
        SendingLives lives = new(
            directory, "ComplaintFlow__Email__Transport=smtp", "ComplaintFlow__Email__Smtp__Host=127.0.0.1", $"ComplaintFlow__Email__Smtp__Port={hold.Port}", "ComplaintFlow__Email__Smtp__Tls=none");
        Dictionary<string, SmtpStep?> stepOf = [];
        foreach (SmtpStep step in Enum.GetValues<SmtpStep>())
        {
            stepOf[await lives.KillAsync(kill => hold.Arm(step, kill))] = step;
        }

        stepOf[await lives.KillOnceRecordedAsync()] = null;
        IReadOnlyDictionary<string, string> references = await lives.FinishAsync();

        MimeMessage[] mails = [.. server.Mails.Select(mail => MimeMessage.Load(new MemoryStream(mail.Raw)))];
        foreach ((string key, SmtpStep? step) in stepOf)
        {
            MimeMessage[] sent = [.. mails.Where(mail => mail.Headers["X-ComplaintFlow-Reference"] == references[key])];
            output.WriteLine($"{step?.ToString() ?? "Recorded"}: {sent.Length}");
            (int least, int most) = step switch { SmtpStep.Accepted => (2, 2), SmtpStep.Answered => (1, 2), _ => (1, 1) };
            Assert.True(sent.Length >= least && sent.Length <= most, $"{step}: sent {sent.Length} times");
            Assert.Single(sent.Select(mail => mail.MessageId).Distinct());
        }

        Assert.Equal(stepOf.Count, mails.Select(mail => mail.MessageId).Distinct().Count());
        Directory.Delete(directory, recursive: true);
    }
}
