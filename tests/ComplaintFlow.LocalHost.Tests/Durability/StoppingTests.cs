using Microsoft.DurableTask.Client;

namespace ComplaintFlow.LocalHost.Tests.Durability;

/// <summary>What waits in memory for a turn when the host stops is stored, or its sender is told.</summary>
public sealed class StoppingTests
{
    [Fact]
    public async Task EventsRaisedWhileTheHostStops_ArriveOnce_InOrder_WhenAcknowledged()
    {
        await using TestHost host = await TestHost.StartAsync();
        host.Code.Main = static async context =>
        {
            List<int> heard = context.GetInput<List<int>>() ?? [];
            for (int number = 0; number < 7; number++)
            {
                int word = await context.WaitForExternalEvent<int>("word");
                if (word < 0)
                {
                    return heard;
                }

                heard.Add(word);
            }

            context.ContinueAsNew(heard);
            return null;
        };
        await host.OrchestrateAsync(id: "one");
        int last = -1;
        for (int stop = 1; stop <= 5; stop++)
        {
            int enough = last + 20;
            Task raising = RaiseAsync(host.Client);
            await host.WhenAsync(() => Volatile.Read(ref last) > enough);
            await host.StopAsync();
            await Assert.ThrowsAsync<InvalidOperationException>(() => raising);
            await host.RestartAsync();
        }

        await host.Client.RaiseEventAsync("one", "word", -1);
        Assert.Equal(Enumerable.Range(0, last + 1), (await host.LookAsync("one")).ReadOutputAs<List<int>>());

        // One after the other, until it is refused.
        async Task RaiseAsync(DurableTaskClient client)
        {
            while (true)
            {
                await client.RaiseEventAsync("one", "word", last + 1);
                Interlocked.Increment(ref last);
            }
        }
    }
}
