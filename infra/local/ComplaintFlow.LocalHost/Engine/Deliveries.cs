namespace ComplaintFlow.LocalHost.Engine;

/// <summary>Brings events and results to instances: to the turn that they bring about, or to the file for a later one.</summary>
internal sealed class Deliveries(ReadyInstances ready, EngineWriter writer)
{
    /// <summary>Completes when it is on disk.</summary>
    /// <returns>False when nobody could take it: the instance is missing or has ended.</returns>
    public async Task<bool> DeliverAsync(Arrival arrival)
    {
        if (!ready.Add(arrival))
        {
            // No turns are taken yet, or no more.
            await StoreAsync(arrival.InstanceId, [arrival]);
        }

        return await arrival.Stored;
    }

    /// <summary>Leaves arrivals of one instance in the file for a later turn. What goes wrong is told to those who brought them.</summary>
    public async Task StoreAsync(string id, IReadOnlyList<Arrival> arrivals)
    {
        if (arrivals.Count == 0)
        {
            return;
        }

        try
        {
            bool[] taken = await writer.WriteAsync(
                session => arrivals.Select(arrival => arrival.Store(session)).ToArray(),
                taken =>
                {
                    if (taken.Contains(true))
                    {
                        ready.Add(id);
                    }
                });
            for (int index = 0; index < taken.Length; index++)
            {
                arrivals[index].End(taken[index]);
            }
        }
        catch (Exception exception)
        {
            foreach (Arrival arrival in arrivals)
            {
                arrival.Fail(exception);
            }
        }
    }
}
