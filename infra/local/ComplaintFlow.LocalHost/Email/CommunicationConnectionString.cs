namespace ComplaintFlow.LocalHost.Email;

/// <summary>The parts of <c>endpoint=https://…;accesskey=…</c>.</summary>
internal sealed record CommunicationConnectionString(Uri Endpoint, string AccessKey)
{
    /// <exception cref="ArgumentException">It is not such a string; the message does not repeat it, since it holds a secret.</exception>
    public static CommunicationConnectionString Parse(string connectionString)
    {
        ArgumentException.ThrowIfNullOrEmpty(connectionString);
        Dictionary<string, string> parts = connectionString.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(part => part.Split('=', 2))
            .Where(part => part.Length == 2)
            .ToDictionary(part => part[0], part => part[1], StringComparer.OrdinalIgnoreCase);
        return Uri.TryCreate(parts.GetValueOrDefault("endpoint"), UriKind.Absolute, out Uri? endpoint) && parts.TryGetValue("accesskey", out string? key)
            ? new CommunicationConnectionString(endpoint, key)
            : throw new ArgumentException("A connection string reads endpoint=https://…;accesskey=….", nameof(connectionString));
    }

    /// <summary>Without the key.</summary>
    public override string ToString() => Endpoint.ToString();
}
