using System.Globalization;
using ComplaintFlow.Functions.Storage;
using ComplaintFlow.Simulation.World;
using Microsoft.DurableTask.Client;

namespace ComplaintFlow.Simulation.Checks;

/// <summary>Everything that must hold once all is over.</summary>
internal static class EndOfRun
{
    /// <summary>How late a thing of time may come, beside the time for which the machine was down: retries and sweeps.</summary>
    private static readonly TimeSpan Slack = TimeSpan.FromHours(3);

    /// <summary>How old a stale row of the due index may get before the sweep has taken it away.</summary>
    private static readonly TimeSpan Stale = TimeSpan.FromMinutes(15);

    public static async Task<IReadOnlyList<string>> FindAsync(SimulatedWorld world)
    {
        List<string> found = [.. Indexes(world)];
        StoredLife[] lives = [.. References(world).Select(reference => new StoredLife(reference, world.Store.Rows(reference)))];
        Calendar calendar = new(world.Rules);
        ILookup<string, Letter> letters = world.Post.Letters.ToLookup(letter => letter.Reference);
        ILookup<string, Deed> deeds = world.Ledger.Deeds.ToLookup(deed => deed.Reference);
        foreach (StoredLife life in lives)
        {
            found.AddRange(life.Faults);
            if (life.Lines.Count == 0)
            {
                continue;
            }

            Dictionary<Guid, Letter> own = letters[life.Reference].ToDictionary(letter => letter.Id);
            found.AddRange(DeadlineChecks.Find(life, calendar, world.Now, Slack + world.Outages));
            found.AddRange(MailChecks.Find(life, own, own.Count));
            found.AddRange(DeedChecks.Find(life, deeds[life.Reference]));
            found.AddRange(Listed(world, life));
        }

        found.AddRange(OpeningChecks.Find(world.Ledger.Openings, lives));
        await foreach (OrchestrationMetadata instance in world.Engine.GetAllInstancesAsync(new OrchestrationQuery()))
        {
            if (instance.RuntimeStatus != OrchestrationRuntimeStatus.Completed)
            {
                found.Add($"{instance.InstanceId}: its orchestration is {instance.RuntimeStatus} at the end");
            }
        }

        return found;
    }

    private static IEnumerable<string> References(SimulatedWorld world) => world.Store.Partitions.Where(partition => partition.StartsWith('R'));

    private static IEnumerable<string> Indexes(SimulatedWorld world)
    {
        string past = (world.Now - Stale).UtcDateTime.ToString("yyyyMMddTHHmmss", CultureInfo.InvariantCulture);
        return
        [
            .. world.Store.Rows("pending").Select(row => $"{row.Row}: still marked as under way at the end"),
            .. world.Store.Rows("due").Where(row => string.CompareOrdinal(row.Row, past) < 0).Select(row => $"{row.Row}: a due row that nobody took away"),
        ];
    }

    /// <summary>What lists and searches read says what the complaint says.</summary>
    private static IEnumerable<string> Listed(SimulatedWorld world, StoredLife life)
    {
        TableRow? row = world.Store.Rows($"list-20{life.Reference[1..3]}").FirstOrDefault(row => row.Row == life.Reference);
        string status = StatusModel.Of(life.Lines);
        if (row?.Text("status") != status)
        {
            yield return $"{life.Reference}: is {status} and listed as {row?.Text("status") ?? "nothing"}";
        }

        if (status != "closed")
        {
            yield return $"{life.Reference}: is {status} at the end";
        }
    }
}
