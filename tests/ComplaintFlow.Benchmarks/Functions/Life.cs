using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace ComplaintFlow.Benchmarks.Functions;

/// <summary>A life as a complaint's orchestration leads it: look, carry out, wait to be nudged, look again, end.</summary>
public static class Life
{
    public const string Nudge = "nudge";

    private static readonly TaskOptions Retry = TaskOptions.FromRetryPolicy(
        new RetryPolicy(10, TimeSpan.FromSeconds(5), backoffCoefficient: 2, maxRetryInterval: TimeSpan.FromMinutes(10)));

    [Function(nameof(Life))]
    public static async Task Run([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        Task nudge = context.WaitForExternalEvent<object?>(Nudge);
        Look look = await context.CallActivityAsync<Look>(nameof(TakeLook), context.InstanceId, Retry);
        await context.CallActivityAsync(nameof(CarryOut), new Effect(context.InstanceId, look.Effects[0]), Retry);
        await nudge;
        await context.CallActivityAsync<Look>(nameof(TakeLook), context.InstanceId, Retry);
    }

    [Function(nameof(TakeLook))]
    public static Look TakeLook([ActivityTrigger] string reference) =>
        new([new Guid(reference.Length, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10)], DateTime.UnixEpoch);

    [Function(nameof(CarryOut))]
    public static void CarryOut([ActivityTrigger] Effect effect) => ArgumentNullException.ThrowIfNull(effect);
}

/// <summary>What a look comes to, of the size that the app's has.</summary>
public sealed record Look(IReadOnlyList<Guid> Effects, DateTime? WakeAt);

/// <summary>What is carried out.</summary>
public sealed record Effect(string Reference, Guid Id);
