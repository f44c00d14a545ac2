namespace ComplaintFlow.Proxy.Premises;

/// <summary>A proxy with the file that we ship for it.</summary>
internal interface IProxy : IAsyncDisposable
{
    public int HttpPort { get; }

    public int HttpsPort { get; }

    /// <summary>Starts it, in a folder of its own; it listens when this is done.</summary>
    public Task StartAsync(string folder, Certificate certificate, int programPort);

    /// <summary>All its logs, and what it printed.</summary>
    public string Logged();
}
