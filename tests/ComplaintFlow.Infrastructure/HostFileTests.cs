using System.Text.Json.Nodes;

namespace ComplaintFlow.Infrastructure;

/// <summary>What host.json tells the real host, which nothing else in the repository would notice.</summary>
public sealed class HostFileTests
{
    private static readonly JsonNode Host = JsonNode.Parse(Repository.Read("host.json"))!;
    private static readonly JsonNode Durable = Host["extensions"]!["durableTask"]!;
    private static readonly JsonNode Levels = Host["logging"]!["logLevel"]!;

    /// <summary>A misspelled name is ignored in silence: only those of the extension's options are allowed.</summary>
    [Fact]
    public void DurableTask_Configured_HasPropertiesThatTheExtensionKnows()
    {
        string[] known =
        [
            "hubName", "defaultVersion", "versionMatchStrategy", "versionFailureStrategy", "storageProvider", "tracing", "notifications", "httpSettings",
            "maxConcurrentActivityFunctions", "maxConcurrentOrchestratorFunctions", "maxConcurrentEntityFunctions", "extendedSessionsEnabled",
            "extendedSessionIdleTimeoutInSeconds", "maxOrchestrationActions", "overridableExistingInstanceStates", "throwStatusExceptionsOnRaiseEvent",
            "useAppLease", "appLeaseOptions", "storeInputsInOrchestrationHistory", "maxGrpcMessageSizeInBytes", "grpcHttpClientTimeout", "useGracefulShutdown",
        ];
        string[] knownOfStorage =
        [
            "type", "connectionName", "trackingStoreConnectionName", "trackingStoreNamePrefix", "partitionCount", "controlQueueBatchSize",
            "controlQueueBufferThreshold", "controlQueueVisibilityTimeout", "workItemQueueVisibilityTimeout", "fetchLargeMessagesAutomatically",
            "maxQueuePollingInterval", "useLegacyPartitionManagement", "useTablePartitionManagement", "queueClientMessageEncoding", "allowReplayingTerminalInstances",
        ];

        Assert.Subset(known.ToHashSet(), Durable.AsObject().Select(property => property.Key).ToHashSet());
        Assert.Subset(knownOfStorage.ToHashSet(), Durable["storageProvider"]!.AsObject().Select(property => property.Key).ToHashSet());
    }

    [Fact]
    public void DurableTask_Configured_KeepsTheContract()
    {
        Assert.False((bool)Durable["throwStatusExceptionsOnRaiseEvent"]!);
        Assert.False((bool)Durable["extendedSessionsEnabled"]!);
        Assert.False((bool)Durable["tracing"]!["traceInputsAndOutputs"]!);
        Assert.Equal("AzureWebJobsStorage", (string)Durable["storageProvider"]!["connectionName"]!);
        Assert.InRange((int)Durable["storageProvider"]!["partitionCount"]!, 1, 16);
    }

    /// <summary>The name becomes that of tables, queues and containers.</summary>
    [Fact]
    public void TaskHub_Named_IsAllowedByTheStorage() => Assert.Matches("^[a-z][a-z0-9]{2,44}$", (string)Durable["hubName"]!);

    [Fact]
    public void Version_ForNewInstances_IsOneThatOlderOnesComeBefore()
    {
        Assert.True(Version.TryParse((string)Durable["defaultVersion"]!, out _));
        Assert.Equal("CurrentOrOlder", (string)Durable["versionMatchStrategy"]!);
    }

    [Fact]
    public void Routes_Configured_HaveNoPrefix() => Assert.Equal("", (string)Host["extensions"]!["http"]!["routePrefix"]!);

    [Fact]
    public void Timeout_Configured_IsBoundedAndLongerThanAnHttpRequest() =>
        Assert.InRange(TimeSpan.Parse((string)Host["functionTimeout"]!), TimeSpan.FromSeconds(231), TimeSpan.FromMinutes(30));

    /// <summary>The paths of links are keys: the host's request log, its request telemetry and its calls of the worker have them.</summary>
    [Theory]
    [InlineData("Host.Results", "None")]
    [InlineData("Microsoft.Azure.WebJobs.Script.WebHost.Middleware", "Warning")]
    [InlineData("Microsoft.AspNetCore", "Warning")]
    [InlineData("Yarp", "Warning")]
    public void Logs_ThatHavePaths_AreOff(string category, string level)
    {
        Assert.Equal(level, (string)Levels[category]!);
        Assert.False((bool)Host["logging"]!["applicationInsights"]!["enableDependencyTracking"]!);
    }

    /// <summary>What the app writes passes the host, though the host's own lines about functions do not; alerts look for it.</summary>
    [Fact]
    public void Logs_OfTheApp_PassTheHost()
    {
        Assert.Equal("Warning", (string)Levels["Function"]!);
        Assert.Equal("Information", (string)Levels["Function.*.User"]!);
        Assert.Equal("Warning", (string)Levels["Host.Triggers.DurableTask"]!);
    }

    [Fact]
    public void Sampling_Configured_DropsNoErrorAndNoAlert()
    {
        JsonNode sampling = Host["logging"]!["applicationInsights"]!["samplingSettings"]!;

        Assert.Equal(["Event", "Exception", "Request", "Trace"], ((string)sampling["excludedTypes"]!).Split(';'));
    }
}
