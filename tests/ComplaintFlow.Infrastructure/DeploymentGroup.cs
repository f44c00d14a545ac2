using System.Diagnostics.CodeAnalysis;

namespace ComplaintFlow.Infrastructure;

/// <summary>The tests that look at one compilation.</summary>
[CollectionDefinition(Name)]
[SuppressMessage("Naming", "CA1711", Justification = "xunit calls it a collection.")]
public sealed class DeploymentGroup : ICollectionFixture<Deployment>
{
    public const string Name = "deployment";
}
