using System.Runtime.CompilerServices;

namespace ComplaintFlow.Functions.Moving;

/// <summary>Reads several things at once and gives them in the order in which they were asked for.</summary>
internal static class ReadAhead
{
    private const int Width = 8;

    public static async IAsyncEnumerable<TResult> SelectAheadAsync<T, TResult>(
        this IAsyncEnumerable<T> source, Func<T, Task<TResult>> read, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Queue<Task<TResult>> ahead = new(Width);
        await foreach (T one in source.WithCancellation(cancellationToken))
        {
            if (ahead.Count == Width)
            {
                yield return await ahead.Dequeue();
            }

            ahead.Enqueue(read(one));
        }

        while (ahead.TryDequeue(out Task<TResult>? next))
        {
            yield return await next;
        }
    }
}
