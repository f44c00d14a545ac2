using System.Security.Cryptography;
using ComplaintFlow.Functions.Mail;
using ComplaintFlow.Functions.Storage;
using ComplaintFlow.Simulation.Faults;
using ComplaintFlow.Simulation.Schedule;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Logging;

namespace ComplaintFlow.Simulation.World;

/// <summary>What the program finds around it, and what stays when it goes.</summary>
internal sealed record Surroundings
{
    public required RulesOfRun Rules { get; init; }

    public required FaultSource Faults { get; init; }

    public required MemoryTableStore Store { get; init; }

    public required PostOffice Post { get; init; }

    public required RandomNumberGenerator Random { get; init; }

    public ILoggerProvider? Logs { get; init; }

    /// <summary>The store as the program sees it.</summary>
    public required Func<MemoryTableStore, ITableStore> StoreFor { get; init; }

    public required Func<FunctionExecutionDelegate, FunctionExecutionDelegate> Middleware { get; init; }

    /// <summary>The post as the program sees it.</summary>
    public required Func<IMailTransport, IMailTransport> TransportFor { get; init; }
}

/// <summary>References that repeat themselves with the seed.</summary>
internal sealed class SeededReferences(Chance chance) : RandomNumberGenerator
{
    public override void GetBytes(byte[] data)
    {
        for (int index = 0; index < data.Length; index++)
        {
            data[index] = (byte)chance.Below(256);
        }
    }
}
