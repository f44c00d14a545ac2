using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using ComplaintFlow.Scenarios.App;

namespace ComplaintFlow.Scenarios.Durability;

/// <summary>The program as a process: wrong starts, a clean stop, and being killed under load.</summary>
public sealed class ProcessTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("complaintflow-").FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public async Task Start_ManyFaults_SaysThemAllAtOnceAndExitsWith2()
    {
        await File.WriteAllTextAsync(Path.Combine(_directory, "wrong-procedure.json"), """{"versions":[{"version":"1","zone":"corse"}]}""");
        await File.WriteAllTextAsync(Path.Combine(_directory, "wrong-directory.json"), """{"defaultHandler":"x","staff":[]}""");
        Directory.CreateDirectory(Path.Combine(_directory, "mails"));
        await File.WriteAllTextAsync(Path.Combine(_directory, "mails", "answer.fr.liquid"), "Objet : Réponse\n\n{% words anwser %}\n");
        using ChildProgram program = ChildProgram.Start(
            _directory,
            ChildProgram.FreePort(),
            "LocalHost__Port=70000",
            "ComplaintFlow__RateLimit=-3",
            "ComplaintFlow__PublicUrl=nonsense",
            "ComplaintFlow__StaffSignIn=magic",
            "ComplaintFlow__Keys__short=abc",
            "ComplaintFlow__KeyScopes__nobody=read",
            "ComplaintFlow__Email__Transport=pigeon",
            "ComplaintFlow__AllowedOrigins=not-an-origin",
            "LocalHost__Clock__Start=yesterday",
            "ComplaintFlow__Procedure=wrong-procedure.json",
            "ComplaintFlow__Directory=wrong-directory.json",
            "ComplaintFlow__Email__Templates=mails");
        Assert.Equal(2, await program.WaitForExitAsync(TimeSpan.FromMinutes(1)));
        string errors = program.Errors;
        Assert.All(
            [
                "RateLimit", "PublicUrl", "StaffSignIn", "Keys__short", "KeyScopes__nobody", "Transport", "AllowedOrigins", "Clock__Start", "Port",
                "wrong-procedure.json", "corse", "wrong-directory.json", "defaultHandler", "mails/answer.fr.liquid:3:1: la variable « anwser »",
            ],
            name => Assert.Contains(name, errors, StringComparison.Ordinal));
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Terminated_WhileServing_StopsCleanlyWithinTenSeconds()
    {
        using ChildProgram program = ChildProgram.Start(_directory, ChildProgram.FreePort());
        await program.WaitUntilReadyAsync();
        program.Terminate();
        Assert.Equal(0, await program.WaitForExitAsync(TimeSpan.FromSeconds(10)));
    }

    [Fact]
    public async Task Killed_UnderLoadAgainAndAgain_LosesNothingThatWasAcknowledged()
    {
        int port = ChildProgram.FreePort();
        string[] settings =
        [
            "LocalHost__Clock__Start=2026-03-02T09:00:00+01:00", "ComplaintFlow__RateLimit=0", $"ComplaintFlow__Keys__test={TestApp.Key}",
            "ComplaintFlow__KeyScopes__test=intake,read,act,approve,admin",
        ];
        List<string> acknowledged = [];
        for (int life = 0; life < 3; life++)
        {
            using ChildProgram program = ChildProgram.Start(_directory, port, settings);
            await program.WaitUntilReadyAsync();
            int wanted = 20 + (life * 13);
            acknowledged.AddRange(await program.ComplainUntilKilledAsync(clients: 6, wanted));
        }

        using ChildProgram last = ChildProgram.Start(_directory, port, settings);
        await last.WaitUntilReadyAsync();
        using HttpResponseMessage advanced = await last.Http.PostAsJsonAsync(new Uri("/local/clock/advance", UriKind.Relative), new { to = "2026-03-02T10:00:00+01:00" });
        Assert.Equal(HttpStatusCode.OK, advanced.StatusCode);
        JsonArray mails = (await last.Http.GetFromJsonAsync<JsonArray>(new Uri("/local/mailbox?kind=acknowledgement", UriKind.Relative)))!;
        ILookup<string, JsonNode> byReference = mails.ToLookup(mail => (string)mail!["reference"]!, mail => mail!);
        Assert.True(acknowledged.Count > 30, $"{acknowledged.Count} complaints");
        foreach (string reference in acknowledged)
        {
            JsonNode complaint = (await last.Http.GetFromJsonAsync<JsonNode>(new Uri($"/api/complaints/{reference}?code={TestApp.Key}", UriKind.Relative)))!;
            Assert.Equal("acknowledged", (string)complaint["status"]!);
            Assert.Single(byReference[reference]);
        }

        Assert.All(byReference, mail => Assert.Single(mail));
    }
}
