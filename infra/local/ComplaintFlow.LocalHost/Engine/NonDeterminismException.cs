namespace ComplaintFlow.LocalHost.Engine;

/// <summary>The orchestrator did not repeat what its history says it did.</summary>
#pragma warning disable CA1032, CA1064 // thrown and caught within a turn
internal sealed class NonDeterminismException(string message) : Exception(message);
