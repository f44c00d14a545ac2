using ComplaintFlow.Simulation.Faults;

namespace ComplaintFlow.Simulation;

/// <summary>The short form of the campaign, for every build. The campaign itself is this project run as a program.</summary>
public sealed class SimulationTests
{
    private const int Lives = 5;

    /// <summary>Seeds that once found something, and a few more.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(15)]
    [InlineData(101)]
    public void Lives_OfAFixedSeed_KeepEveryPromise(ulong seed) => Holds(Simulation.Run(seed, Lives));

    [Fact]
    public void Lives_OfFreshSeeds_KeepEveryPromise()
    {
        ulong from = BitConverter.ToUInt64(System.Security.Cryptography.RandomNumberGenerator.GetBytes(8)) >> 32;
        for (ulong seed = from; seed < from + 3; seed++)
        {
            Holds(Simulation.Run(seed, Lives));
        }
    }

    [Fact]
    public void Seed_RunTwice_GivesTheSameTrace()
    {
        List<string> first = [], second = [];

        Outcome one = Simulation.Run(7, Lives, listener: first.Add);
        Outcome other = Simulation.Run(7, Lives, listener: second.Add);

        Assert.Equal(first, second);
        Assert.Equal(one.TraceHash, other.TraceHash);
        Assert.NotEqual(one.TraceHash, Simulation.Run(8, Lives).TraceHash);
    }

    [Theory]
    [InlineData("sent-before-it-is-sent")]
    [InlineData("new-message-id-on-retry")]
    [InlineData("mail-row-not-stored")]
    public void Defect_PutInOnPurpose_IsFound(string name)
    {
        ulong seed = 1;
        while (Simulation.Run(seed, Lives, Planted.All[name]).Violations.Count == 0)
        {
            Assert.InRange(++seed, 2u, 20u);
        }
    }

    private static void Holds(Outcome outcome) => Assert.True(
        outcome.Violations.Count == 0,
        $"""
        Seed {outcome.Seed} with {outcome.Lives} lives, trace {outcome.TraceHash:x16}:
        {string.Join(Environment.NewLine, outcome.Violations)}
        Replay it: dotnet run -c Release --project tests/ComplaintFlow.Simulation -- --seed {outcome.Seed} --lives {outcome.Lives}
        """);
}
