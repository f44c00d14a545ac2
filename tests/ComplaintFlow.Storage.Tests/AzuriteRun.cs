namespace ComplaintFlow.Storage.Tests;

/// <summary>The test classes that share the one Azurite.</summary>
[CollectionDefinition(Name)]
public sealed class AzuriteRun : ICollectionFixture<Azurite>
{
    public const string Name = "Azurite";
}
