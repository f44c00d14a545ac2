using ComplaintFlow.Functions.Telemetry;
using Microsoft.Extensions.Configuration;

namespace ComplaintFlow.Configuration.Tests;

/// <summary>Where telemetry goes, and what is said about a setting that is wrong.</summary>
public sealed class TelemetryOptionsTests
{
    private const string Connection = "InstrumentationKey=00000000-0000-0000-0000-000000000001;IngestionEndpoint=https://francecentral-1.in.applicationinsights.azure.com/";
    private const string Ours = "ComplaintFlow:Telemetry:AzureMonitor";
    private const string Platforms = "APPLICATIONINSIGHTS_CONNECTION_STRING";

    [Fact]
    public void Nothing_Set_GoesNowhere()
    {
        TelemetryOptions options = Read([]);

        Assert.False(options.IsOn);
        Assert.Equal(1, options.TraceShare);
    }

    [Theory]
    [InlineData("http://127.0.0.1:4318", "http://127.0.0.1:4318/")]
    [InlineData("https://otlp.example.fr/tenant/", "https://otlp.example.fr/tenant/")]
    [InlineData("https://otlp.example.fr/tenant", "https://otlp.example.fr/tenant/")]
    public void Otlp_Address_IsABaseThatPathsAreAddedTo(string text, string expected) =>
        Assert.Equal(expected, Read(("ComplaintFlow:Telemetry:Otlp", text)).Otlp!.AbsoluteUri);

    [Theory]
    [InlineData(null, Connection, true)]
    [InlineData(Connection, null, true)]
    [InlineData(Connection, "not read", true)]
    [InlineData("off", Connection, false)]
    [InlineData("", "", false)]
    public void AzureMonitor_IsOursElseThePlatforms(string? ours, string? platforms, bool isOn)
    {
        TelemetryOptions options = Read((Ours, ours), (Platforms, platforms));

        Assert.Equal(isOn, options.IsOn);
        Assert.Equal(isOn ? Connection : null, options.AzureMonitor);
    }

    /// <summary>The one that Application Insights wants where its connection string alone opens nothing.</summary>
    [Fact]
    public void AzureMonitor_ThatWantsAnIdentity_GetsTheOneNamed()
    {
        TelemetryOptions options = Read((Platforms, Connection), ("APPLICATIONINSIGHTS_AUTHENTICATION_STRING", "ClientId=00000000-0000-0000-0000-000000000002;Authorization=AAD"));

        Assert.True(options.WithIdentity);
        Assert.Equal("00000000-0000-0000-0000-000000000002", options.ClientId);
        Assert.False(Read((Platforms, Connection)).WithIdentity);
    }

    [Theory]
    [InlineData("ComplaintFlow:Telemetry:Otlp", "127.0.0.1:4318", "ComplaintFlow__Telemetry__Otlp: \"127.0.0.1:4318\" is not the address")]
    [InlineData("ComplaintFlow:Telemetry:Otlp", "grpc://127.0.0.1:4317", "ComplaintFlow__Telemetry__Otlp")]
    [InlineData("ComplaintFlow:Telemetry:Otlp", "http://127.0.0.1:4318/?key=1", "ComplaintFlow__Telemetry__Otlp")]
    [InlineData(Ours, "InstrumentationKey=none", "ComplaintFlow__Telemetry__AzureMonitor: this is not the connection string")]
    [InlineData(Platforms, "AccountKey=secret", "APPLICATIONINSIGHTS_CONNECTION_STRING: this is not the connection string")]
    [InlineData("ComplaintFlow:Telemetry:TraceShare", "10%", "ComplaintFlow__Telemetry__TraceShare: \"10%\" is not a share")]
    [InlineData("ComplaintFlow:Telemetry:TraceShare", "1.5", "ComplaintFlow__Telemetry__TraceShare")]
    [InlineData("ComplaintFlow:Telemetry:TraceShare", "0,5", "ComplaintFlow__Telemetry__TraceShare")]
    public void Setting_ThatIsWrong_IsToldWithWhatWouldBeRight(string name, string value, string start)
    {
        List<string> faults = [];

        TelemetryOptions.Read(Settings([(name, value)]), faults);

        string fault = Assert.Single(faults);
        Assert.StartsWith(start, fault, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", fault, StringComparison.Ordinal);
    }

    private static TelemetryOptions Read(params (string Name, string? Value)[] settings)
    {
        List<string> faults = [];
        TelemetryOptions options = TelemetryOptions.Read(Settings(settings), faults);
        Assert.Empty(faults);
        return options;
    }

    private static IConfiguration Settings((string Name, string? Value)[] settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Name, setting.Value))).Build();
}
