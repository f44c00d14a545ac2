using System.Diagnostics;
using ComplaintFlow.Functions;
using ComplaintFlow.Functions.Storage;
using ComplaintFlow.Scenarios.App;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;

namespace ComplaintFlow.Mailboxes.Victim;

/// <summary>The real program as a process that kills itself with SIGKILL at a step of the intake.</summary>
internal static class VictimProgram
{
    /// <param name="args">The step, then the settings.</param>
    public static async Task<int> RunAsync(string[] args)
    {
        VictimStep step = Enum.Parse<VictimStep>(args[0]);
        FunctionsApplicationBuilder builder = ComplaintFlowApp.CreateBuilder(args[1..]);
        builder.Services.Wrap<ITableStore>(store => new InterceptedStore(store)
        {
            BeforeWrite = (partition, operations) => Strike(step == VictimStep.Fetched && IsRaw(partition, operations)),
            AfterWrite = (partition, operations) => Strike(step switch
            {
                VictimStep.RawStored => IsRaw(partition, operations),
                VictimStep.Claimed => partition.StartsWith("idem-", StringComparison.Ordinal),
                VictimStep.Filed => operations.Any(operation => operation.Row == "head"),
                VictimStep.Settled => partition == "mail-outcomes",
                VictimStep.Released => partition == "incoming-mail" && operations is [Delete],
                _ => false,
            }),
        });
        using IHost host = builder.Build();
        await host.RunAsync();
        return 0;
    }

    private static bool IsRaw(string partition, IReadOnlyList<TableOperation> operations) => partition == "incoming-mail" && operations is [Insert];

    private static ValueTask Strike(bool now)
    {
        if (now)
        {
            Process.GetCurrentProcess().Kill();
            new ManualResetEvent(false).WaitOne();
        }

        return default;
    }
}
