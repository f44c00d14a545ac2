using System.Diagnostics;
using System.Globalization;
using Microsoft.DurableTask.Client;

namespace ComplaintFlow.Crash.Victim;

/// <summary>Gives every instance what it still waits for, lets all come to their end, and says how each ended.</summary>
internal sealed class Drain(DurableTaskClient client, Announcements announcements)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    public async Task RunAsync()
    {
        List<OrchestrationMetadata> open = await OpenAsync();
        foreach (OrchestrationMetadata instance in open.Where(instance => instance.Name is nameof(Orchestrators.Life) or nameof(Orchestrators.Listener)))
        {
            announcements.Say(AnnouncementKind.EventTried, instance.InstanceId, Words.End.ToString(CultureInfo.InvariantCulture));
            try
            {
                await client.RaiseEventAsync(instance.InstanceId, Words.Name, Words.End, CancellationToken.None);
            }
            catch (InvalidOperationException)
            {
                // It has come to its end meanwhile.
            }
        }

        long began = Stopwatch.GetTimestamp();
        while ((await OpenAsync()).Count > 0 && Stopwatch.GetElapsedTime(began) < Patience)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System);
        }

        await foreach (OrchestrationMetadata ended in client.GetAllInstancesAsync(new OrchestrationQuery(PageSize: 1000, FetchInputsAndOutputs: true)))
        {
            announcements.Say(AnnouncementKind.Ended, ended.InstanceId, $"{ended.RuntimeStatus}\t{ended.SerializedOutput}");
        }

        announcements.Say(AnnouncementKind.Drained);
    }

    private async Task<List<OrchestrationMetadata>> OpenAsync()
    {
        OrchestrationQuery query = new(PageSize: 1000, Statuses: [OrchestrationRuntimeStatus.Pending, OrchestrationRuntimeStatus.Running]);
        List<OrchestrationMetadata> open = [];
        await foreach (OrchestrationMetadata instance in client.GetAllInstancesAsync(query))
        {
            open.Add(instance);
        }

        return open;
    }
}
