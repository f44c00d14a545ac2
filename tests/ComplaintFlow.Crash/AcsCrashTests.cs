using System.Text.Json.Nodes;
using ComplaintFlow.Crash.Sending;
using ComplaintFlow.Mail.Tests.AcsServer;

namespace ComplaintFlow.Crash;

/// <summary>The program killed at each step of sending a mail by Azure Communication Services, which knows each by its id: none is lost, none leaves twice.</summary>
public sealed class AcsCrashTests
{
    private enum Step
    {
        /// <summary>The service is asked whether it knows the mail.</summary>
        Asked,

        /// <summary>The mail is with the service, which has not taken it.</summary>
        Handed,

        /// <summary>The service has taken the mail and not answered: where SMTP would send it twice.</summary>
        Accepted,

        /// <summary>The service is asked whether the mail has left.</summary>
        Underway,
    }

    [Fact]
    public async Task App_KilledAtEachStepOfAcs_SendsEachMailOnce()
    {
        string directory = Directory.CreateTempSubdirectory("complaintflow-crash-").FullName;
        await using AcsService service = await AcsService.StartAsync();
        SendingLives lives = new(directory, "ComplaintFlow__Email__Transport=acs", $"ComplaintFlow__Email__Acs__ConnectionString={service.ConnectionString}");
        List<string> keys = [];
        foreach (Step step in Enum.GetValues<Step>())
        {
            keys.Add(await lives.KillAsync(kill => Arm(service, step, kill)));
        }

        keys.Add(await lives.KillOnceRecordedAsync());
        IReadOnlyDictionary<string, string> references = await lives.FinishAsync();

        string[] sent = [.. service.Sent.Select(mail => (string)mail["headers"]!["X-ComplaintFlow-Reference"]!)];
        Assert.Equal(keys.Select(key => references[key]).Order(StringComparer.Ordinal), sent.Order(StringComparer.Ordinal));
        Assert.Equal(sent.Length, service.Sent.Select(mail => (string)mail["headers"]!["Message-ID"]!).Distinct().Count());
        Directory.Delete(directory, recursive: true);
    }

    /// <summary>The service calls <see cref="AcsService.Refusal"/> before it does anything, and <see cref="AcsService.Standing"/> once it has taken a mail and at each question after that.</summary>
    private static void Arm(AcsService service, Step step, Action kill)
    {
        int asked = 0;
        service.Refusal = () =>
        {
            bool isMail = service.Requests.Last() == "POST";
            return (step == Step.Asked && !isMail) || (step == Step.Handed && isMail) ? Strike<(int, string)?>((503, "{}")) : null;
        };
        service.Standing = () =>
        {
            asked++;
            return step == Step.Accepted || (step == Step.Underway && asked == 2) ? Strike("Succeeded") : asked == 1 ? "Running" : "Succeeded";
        };

        T Strike<T>(T answer)
        {
            service.Refusal = () => null;
            service.Standing = () => "Succeeded";
            kill();
            return answer;
        }
    }
}
