using System.Text.Json;
using ComplaintFlow.LocalHost.Tests.Functions;
using Microsoft.DurableTask.Client;

namespace ComplaintFlow.LocalHost.Tests.Conformance;

/// <summary>
/// Inputs, results, events and outputs are JSON of any kind. A value takes the whole way here: input of an orchestration,
/// input and result of an activity, output.
/// </summary>
public sealed class PayloadTests
{
    public enum Channel
    {
        None = 0,
        Email = 1,
        Letter = 7,
    }

    public static TheoryData<object> Values { get; } =
    [
        string.Empty,
        "Réclamation « née » 😀 \u0000 \t \" \\ </script> \u2028",
        true,
        false,
        long.MinValue,
        long.MaxValue,
        ulong.MaxValue,
        decimal.MaxValue,
        decimal.MinValue,
        0.0000000000000000000000000001m,
        double.MaxValue,
        double.Epsilon,
        -0.0,
        0.1 + 0.2,
        new DateTimeOffset(2026, 3, 29, 2, 30, 0, TimeSpan.FromHours(1)).AddTicks(1),
        new DateTime(2026, 3, 29, 2, 30, 0, DateTimeKind.Utc),
        new DateOnly(9999, 12, 31),
        TimeSpan.FromTicks(-1),
        Guid.Parse("00112233-4455-6677-8899-aabbccddeeff"),
        Channel.Letter,
        new Letter("Été", [1, 2], new Letter("inner", [], null, null), Channel.Email),
        (Name: "tuple", Count: 3),
    ];

    [Theory]
    [MemberData(nameof(Values), DisableDiscoveryEnumeration = true)]
    public async Task Payload_OfAnyType_ArrivesAsItWasSent(object value) =>
        Assert.Equal(Text(value), Text(await TravelAsync(value)));

    [Theory]
    [InlineData("[]")]
    [InlineData("[null]")]
    [InlineData("[1,[2,[3,{}]]]")]
    [InlineData("{\"a\":null}")]
    [InlineData("{\"a\":{\"b\":[true,\"x\",1e400]}}")]
    [InlineData("1e400")]
    public async Task Payload_OfAnyShape_ArrivesAsItWasSent(string json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        Assert.Equal(json, ((JsonElement)await TravelAsync(document.RootElement)).GetRawText());
    }

    [Fact]
    public async Task Payload_Null_ArrivesAsNull()
    {
        await using TestHost host = await TestHost.StartAsync();
        host.Code.Main = static async context =>
            $"{context.GetInput<string>() ?? "null"} {await context.CallActivityAsync<string?>(nameof(InlineFunctions.Work)) ?? "null"}"
            + $" {await context.WaitForExternalEvent<string?>("word") ?? "null"}";
        string id = await host.OrchestrateAsync();
        await host.Client.RaiseEventAsync(id, "word");
        OrchestrationMetadata done = await host.LookAsync(id);
        Assert.Equal("null null null", done.ReadOutputAs<string>());
        Assert.Null(done.SerializedInput);
    }

    [Fact]
    public async Task Payload_NullForANumber_ArrivesAsZero()
    {
        await using TestHost host = await TestHost.StartAsync();
        host.Code.Main = static async context =>
            context.GetInput<int>() + await context.CallActivityAsync<int>(nameof(InlineFunctions.Work));
        Assert.Equal(0, (await host.RunAsync()).ReadOutputAs<int>());
    }

    /// <summary>JSON text in UTF-8 has no place for half a surrogate pair: the serialiser of the real worker puts U+FFFD too.</summary>
    [Fact]
    public async Task Payload_WithHalfASurrogatePair_ArrivesWithTheReplacementCharacter() =>
        Assert.Equal("a\uFFFDb", await TravelAsync("a\uD83Db"));

    [Theory]
    [InlineData(1 << 20)]
    [InlineData(5 << 20)]
    public async Task Payload_OfAMegabyteAndMore_ArrivesWhole(int length)
    {
        string large = string.Concat(Enumerable.Range(0, length / 8).Select(number => $"{number:x7}é"));
        Assert.Equal(large, await TravelAsync(large));
    }

    /// <summary>JSON has no such number; the orchestrator is told at the call, before anything is stored.</summary>
    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public async Task Payload_ThatIsNoJson_IsRefusedWhereItIsGiven(double value)
    {
        await using TestHost host = await TestHost.StartAsync();
        await Assert.ThrowsAsync<ArgumentException>(() => host.OrchestrateAsync(value, "one"));
        Assert.Null(await host.Client.GetInstanceAsync("one"));
        host.Code.Main = async context => await context.CallActivityAsync<double>(nameof(InlineFunctions.Work), value);
        Assert.Equal(typeof(ArgumentException).FullName, (await host.RunAsync()).FailureDetails!.ErrorType);
        host.Code.Main = _ => Task.FromResult<object?>(value);
        Assert.Equal(typeof(ArgumentException).FullName, (await host.RunAsync()).FailureDetails!.ErrorType);
    }

    /// <summary>The serialiser of the real worker reads names in either case, and fields as well as properties.</summary>
    [Fact]
    public async Task Payload_Names_AreReadInEitherCase()
    {
        await using TestHost host = await TestHost.StartAsync();
        host.Code.Main = static context => Task.FromResult<object?>(context.GetInput<Letter>()!.Subject);
        OrchestrationMetadata done = await host.RunAsync(new Dictionary<string, object> { ["SUBJECT"] = "upper", ["pages"] = new[] { 1 } });
        Assert.Equal("upper", done.ReadOutputAs<string>());
    }

    [Fact]
    public async Task Input_OfTheWrongType_FailsTheInstance()
    {
        await using TestHost host = await TestHost.StartAsync();
        host.Code.Main = static context => Task.FromResult<object?>(context.GetInput<int>());
        OrchestrationMetadata failed = await host.RunAsync("not a number");
        Assert.Equal(OrchestrationRuntimeStatus.Failed, failed.RuntimeStatus);
        Assert.Equal(typeof(JsonException).FullName, failed.FailureDetails!.ErrorType);
    }

    [Fact]
    public async Task Result_OfTheWrongType_IsAnExceptionAtTheCall()
    {
        await using TestHost host = await TestHost.StartAsync();
        host.Code.Main = static async context =>
        {
            try
            {
                return await context.CallActivityAsync<int>(nameof(InlineFunctions.Work), "text");
            }
            catch (JsonException)
            {
                return "caught";
            }
        };
        Assert.Equal("caught", (await host.RunAsync()).ReadOutputAs<string>());
    }

    private static async Task<object> TravelAsync(object value)
    {
        await using TestHost host = await TestHost.StartAsync();
        host.Code.Main = static async context =>
            await context.CallActivityAsync<JsonElement>(nameof(InlineFunctions.Work), context.GetInput<JsonElement>());
        OrchestrationMetadata done = await host.RunAsync(value);
        Assert.Equal(OrchestrationRuntimeStatus.Completed, done.RuntimeStatus);
        return JsonSerializer.Deserialize(done.SerializedOutput!, value.GetType(), Json)!;
    }

    private static string Text(object value) => JsonSerializer.Serialize(value, value.GetType(), Json);

    private static readonly JsonSerializerOptions Json = new() { IncludeFields = true };

    public sealed record Letter(string Subject, IReadOnlyList<int> Pages, Letter? Reply, Channel? Channel);
}
