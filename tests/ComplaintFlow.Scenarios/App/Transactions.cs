using System.Collections.Concurrent;

namespace ComplaintFlow.Scenarios.App;

/// <summary>
/// Counts what is asked of a storage account, each attempt on its own, and refuses a table query that names no partition:
/// it would read the whole table.
/// </summary>
public sealed class Transactions : DelegatingHandler
{
    private readonly ConcurrentDictionary<string, int> _counts = new();
    private readonly ConcurrentQueue<string> _refused = new();

    public Transactions()
        : base(new SocketsHttpHandler())
    {
    }

    /// <summary>The queries that were refused.</summary>
    public IReadOnlyCollection<string> Refused => _refused;

    /// <summary>How many there were of each kind since the last call, and begins anew.</summary>
    public SortedDictionary<string, int> Take()
    {
        SortedDictionary<string, int> taken = new(_counts, StringComparer.Ordinal);
        _counts.Clear();
        return taken;
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        string kind = KindOf(request);
        _counts.AddOrUpdate(kind, 1, (_, count) => count + 1);
        string asked = Uri.UnescapeDataString(request.RequestUri!.PathAndQuery.Replace('+', ' '));
        if (kind == "table query" && !asked.Contains("PartitionKey eq '", StringComparison.Ordinal))
        {
            _refused.Enqueue(asked);
            throw new InvalidOperationException($"This query names no partition: {asked}");
        }

        return base.SendAsync(request, cancellationToken);
    }

    private static string KindOf(HttpRequestMessage request)
    {
        string path = Uri.UnescapeDataString(request.RequestUri!.AbsolutePath);
        bool isTable = path.EndsWith("/$batch", StringComparison.Ordinal) || path.EndsWith(')') || path.EndsWith("/Tables", StringComparison.Ordinal);
        return (isTable, request.Method.Method) switch
        {
            (true, "POST") => path.EndsWith("/$batch", StringComparison.Ordinal) ? "table batch" : "table create",
            (true, "GET") => path.EndsWith("()", StringComparison.Ordinal) ? "table query" : "table point read",
            (true, string method) => $"table {method}",
            (false, string method) => $"blob {method}",
        };
    }
}
