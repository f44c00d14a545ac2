using System.Text.Json;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace ComplaintFlow.LocalHost.Tests.Functions;

/// <summary>The functions that run what a test has written.</summary>
public sealed class InlineFunctions(InlineCode code)
{
    [Function(nameof(Main))]
    public Task<object?> Main([OrchestrationTrigger] TaskOrchestrationContext context) => code.Main(context);

    [Function(nameof(Child))]
    public Task<object?> Child([OrchestrationTrigger] TaskOrchestrationContext context) => code.Child(context);

    [Function(nameof(Work))]
    public Task<object?> Work([ActivityTrigger] JsonElement? input) => code.Work(input);

    [Function(nameof(OtherWork))]
    public Task<object?> OtherWork([ActivityTrigger] JsonElement? input) => code.OtherWork(input);
}
