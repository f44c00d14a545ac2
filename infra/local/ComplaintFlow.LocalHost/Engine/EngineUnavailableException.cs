namespace ComplaintFlow.LocalHost.Engine;

/// <summary>The engine's file cannot be read or written at present; the message names it and says what to do, French then English.</summary>
#pragma warning disable CA1032, CA1064 // callers know it as the InvalidOperationException that it is
internal sealed class EngineUnavailableException(string message, Exception cause) : InvalidOperationException(message, cause);
