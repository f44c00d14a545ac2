using System.Globalization;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ComplaintFlow.Crash.Victim;

/// <summary>Hosts the embedded engine on a real clock and a real file, under a load, until it is killed; or lets it come to its end.</summary>
internal static class VictimProgram
{
    public const string LoadCommand = "load";
    public const string DrainCommand = "drain";

    /// <param name="command">What to do.</param>
    /// <param name="directory">The data directory.</param>
    /// <param name="round">How many lives this directory has had.</param>
    public static async Task RunAsync(string command, string directory, string round)
    {
        FunctionsApplicationBuilder builder = FunctionsApplication.CreateBuilder(
        [
            "--LocalHost__Port=0",
            $"--ComplaintFlow__DataDirectory={directory}",
            "--AzureFunctionsJobHost__logging__logLevel__default=Error",
            "--AzureFunctionsJobHost__extensions__durableTask__throwStatusExceptionsOnRaiseEvent=true",
        ]);
        builder.Services.AddSingleton(new RunLog(directory, TimeProvider.System));
        builder.ConfigureFunctionsWebApplication();
        using IHost host = builder.Build();
        await host.StartAsync();
        using Announcements announcements = new();
        announcements.Say(AnnouncementKind.Ready);
        DurableTaskClient client = host.Services.GetRequiredService<DurableTaskClient>();
        await (command == LoadCommand
            ? new Load(client, announcements, int.Parse(round, CultureInfo.InvariantCulture)).RunAsync()
            : new Drain(client, announcements).RunAsync());
        await host.StopAsync();
    }
}
