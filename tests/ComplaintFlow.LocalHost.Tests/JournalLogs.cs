using ComplaintFlow.LocalHost.Tests.Functions;
using Microsoft.Extensions.Logging;

namespace ComplaintFlow.LocalHost.Tests;

/// <summary>Notes down what is logged.</summary>
internal sealed class JournalLogs(Journal journal) : ILoggerProvider
{
    public ILogger CreateLogger(string categoryName) => new Lines(journal);

    public void Dispose()
    {
        // The journal belongs to the test.
    }

    private sealed class Lines(Journal journal) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            journal.Add($"log {formatter(state, exception)}");
    }
}
