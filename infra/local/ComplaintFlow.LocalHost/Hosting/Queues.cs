using System.Threading.Channels;

namespace ComplaintFlow.LocalHost.Hosting;

/// <summary>Queues with many workers.</summary>
internal static class Queues
{
    /// <summary>
    /// Takes the next item; false once the queue is complete and empty. One worker wakes for one item, where
    /// <see cref="ChannelReader{T}.WaitToReadAsync"/> would wake all of them.
    /// </summary>
    public static async ValueTask<(bool IsTaken, T? Item)> TakeAsync<T>(this ChannelReader<T> queue)
    {
        try
        {
            return (true, await queue.ReadAsync(CancellationToken.None));
        }
        catch (ChannelClosedException)
        {
            return (false, default);
        }
    }
}
