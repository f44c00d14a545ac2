using Microsoft.Extensions.Hosting;

namespace ComplaintFlow.Benchmarks.Measures;

/// <summary>Starts a host without what it tells a person: that has no place beside the table.</summary>
internal static class QuietStart
{
    public static async Task StartAsync(IHost host)
    {
        TextWriter console = Console.Out;
        try
        {
            Console.SetOut(TextWriter.Null);
            await host.StartAsync();
        }
        finally
        {
            Console.SetOut(console);
        }
    }
}
