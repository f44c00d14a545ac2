using System.Text.Json;
using Microsoft.DurableTask;

namespace ComplaintFlow.LocalHost.Tests.Functions;

/// <summary>
/// Code that a test writes where it is read: two orchestrators and two activities. To change the code of an orchestrator
/// is to set it again.
/// </summary>
public sealed class InlineCode
{
    public Func<TaskOrchestrationContext, Task<object?>> Main { get; set; } = Nothing;

    public Func<TaskOrchestrationContext, Task<object?>> Child { get; set; } = Nothing;

    /// <summary>Gives back its input unless it is set.</summary>
    public Func<JsonElement?, Task<object?>> Work { get; set; } = static input => Task.FromResult<object?>(input);

    /// <summary>Gives back its input unless it is set.</summary>
    public Func<JsonElement?, Task<object?>> OtherWork { get; set; } = static input => Task.FromResult<object?>(input);

    private static Task<object?> Nothing(TaskOrchestrationContext context) => Task.FromResult<object?>(null);
}
