using ComplaintFlow.Functions.Storage;
using CsCheck;

namespace ComplaintFlow.Storage.Tests;

/// <content>What goes in comes out.</content>
public abstract partial class TableStoreContract
{
    [Fact]
    public async Task Properties_EveryTypeAndItsExtremes_RoundTrip()
    {
        await AssertRoundTripAsync(Samples.Extremes);
    }

    [Theory]
    [MemberData(nameof(Samples.Texts), MemberType = typeof(Samples))]
    public async Task Properties_UnusualText_RoundTrips(string text) =>
        await AssertRoundTripAsync(new Dictionary<string, object> { ["text"] = text });

    [Fact]
    public async Task Properties_InstantOfAnotherOffset_ComesBackInUtc()
    {
        DateTimeOffset paris = new(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(1));
        await WriteAsync(new Put("a", new Dictionary<string, object> { ["at"] = paris }));
        DateTimeOffset read = (await FindAsync("a")).Instant("at");
        Assert.Equal((paris, TimeSpan.Zero), (read, read.Offset));
    }

    [Fact]
    public async Task Properties_NegativeZero_ComesBackAsZero()
    {
        await WriteAsync(new Put("a", new Dictionary<string, object> { ["zero"] = -0.0 }));
        Samples.AssertSame(new Dictionary<string, object> { ["zero"] = 0.0 }, (await FindAsync("a")).Properties);
    }

    [Fact]
    public async Task Properties_AnyRow_RoundTrips() =>
        await Samples.AnyRow.SampleAsync(AssertRoundTripAsync, iter: Iterations, threads: 1);

    [Fact]
    public async Task WriteAsync_LargestRowAndBatch_AreTaken()
    {
        // 15 texts of 64 KiB stay below 1 MiB a row; their ASCII halves on the wire keep four such rows below 4 MiB.
        Dictionary<string, object> large = Enumerable.Range(0, 15).ToDictionary(n => $"p{n}", _ => (object)new string('x', 32 * 1024));
        Assert.True((await WriteAsync([.. Enumerable.Range(0, 4).Select(n => new Insert($"{n}", large))])).Done);
        Assert.Equal(large["p14"], (await FindAsync("3")).Text("p14"));
        Assert.Equal(4, (await ReadAsync()).Count);
    }
}
