namespace ComplaintFlow.Proxy.Premises;

/// <summary>One machine: the program, and a proxy before it.</summary>
internal sealed class Firm : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("complaintflow-proxy-").FullName;
    private readonly Certificate _certificate;

    private Firm(IProxy proxy, string[] settings)
    {
        Proxy = proxy;
        _certificate = new Certificate(_folder);
        Program = new FirmProgram(Directory.CreateDirectory(Path.Combine(_folder, "etc")).FullName, settings);
    }

    public IProxy Proxy { get; }

    public FirmProgram Program { get; }

    /// <param name="proxy"><c>nginx</c> or <c>caddy</c>.</param>
    /// <param name="settings">Settings of the program, <c>name=value</c>.</param>
    public static async Task<Firm> StartAsync(string proxy, params string[] settings)
    {
        Firm firm = new(proxy == "nginx" ? new Nginx() : new Caddy(), settings);
        try
        {
            await firm.Program.StartAsync();
            await firm.Proxy.StartAsync(
                Directory.CreateDirectory(Path.Combine(firm._folder, "proxy")).FullName, firm._certificate, firm.Program.Port);
            return firm;
        }
        catch
        {
            await firm.DisposeAsync();
            throw;
        }
    }

    /// <summary>Somebody who comes through the proxy.</summary>
    public Visitor VisitorFrom(string address) => new(address, port => port == 80 ? Proxy.HttpPort : Proxy.HttpsPort, _certificate);

    /// <summary>Somebody who reaches the program itself.</summary>
    public Visitor IntruderFrom(string address) => new(address, _ => Program.Port, _certificate);

    public async ValueTask DisposeAsync()
    {
        await Proxy.DisposeAsync();
        await Program.DisposeAsync();
        _certificate.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
