using ComplaintFlow.Functions.Telemetry;
using ComplaintFlow.Scenarios.App;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Logging;

namespace ComplaintFlow.Scenarios.Durability;

/// <summary>The lines that alert rules look for are written when their case arises, and name nobody.</summary>
public sealed class SignalsTests
{
    [Fact]
    public async Task Complaint_ReceivedAndForgotten_IsSignalledOnceEach()
    {
        LogBook book = new();
        await using TestApp app = await TestApp.StartAsync(configure: builder => Listen(book, builder));
        string reference = await app.ComplainAsync(Intents.WithoutEmail);
        await app.AdvanceToAsync("2026-03-13 23:59");
        Assert.DoesNotContain(book.Lines, line => line.Contains(Signals.DeadlineMissed, StringComparison.Ordinal));

        await app.AdvanceToAsync("2026-03-14 00:01");

        Assert.Single(Of(book, Signals.ComplaintReceived), line => line.Contains(reference, StringComparison.Ordinal));
        Assert.Single(Of(book, Signals.DeadlineMissed), line => line.Contains(reference, StringComparison.Ordinal));
        Assert.NotEmpty(Of(book, Signals.SweepDone));
        Assert.All(Of(book, ""), line => Assert.DoesNotContain("Durand", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Mail_GivenUp_IsSignalled()
    {
        LogBook book = new();
        await using TestApp app = await TestApp.StartAsync(configure: builder =>
        {
            Listen(book, builder);
            RefusingTransport.Of(Staff.Client)(builder);
        });

        string reference = await app.ComplainAsync();
        await app.SettleAsync();

        Assert.Single(Of(book, Signals.EffectFailed), line => line.Contains(reference, StringComparison.Ordinal) && line.Contains("acknowledgement", StringComparison.Ordinal));
    }

    /// <summary>With what the console of one machine is spared: on Azure the host passes it on.</summary>
    private static void Listen(LogBook book, FunctionsApplicationBuilder builder)
    {
        book.Listen(builder);
        builder.Logging.AddFilter<LogBook>(typeof(Signals).FullName, LogLevel.Information);
    }

    /// <summary>The messages of <see cref="Signals"/> that begin with a name.</summary>
    private static string[] Of(LogBook book, string name) =>
        [.. book.Lines.Where(line => line.Contains($" {typeof(Signals).FullName} {name}", StringComparison.Ordinal))];
}
