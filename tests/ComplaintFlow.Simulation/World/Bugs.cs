using ComplaintFlow.Functions.Mail;
using ComplaintFlow.Functions.Storage;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace ComplaintFlow.Simulation.World;

/// <summary>Defects put in on purpose, to show that the simulation finds them. None unless asked for.</summary>
internal sealed record Bugs
{
    public static Bugs None { get; } = new();

    public Func<ITableStore, ITableStore> Store { get; init; } = store => store;

    public Func<IMailTransport, IMailTransport> Transport { get; init; } = transport => transport;

    public Func<FunctionExecutionDelegate, FunctionExecutionDelegate> Functions { get; init; } = next => next;
}
