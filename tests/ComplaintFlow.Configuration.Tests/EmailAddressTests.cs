using ComplaintFlow.Functions.Configuration;

namespace ComplaintFlow.Configuration.Tests;

/// <summary>Which addresses the files accept, seen through the address of a client.</summary>
public sealed class EmailAddressTests
{
    [Theory]
    [InlineData("a@b.fr")]
    [InlineData("réclamation@madamecourtage.fr")]
    [InlineData("re\u0301clamation@madamecourtage.fr")]
    [InlineData("prénom.nom+suivi@société.example")]
    [InlineData("o'neil_2@sub-domain.example.co")]
    public void Parse_AUsableAddress_IsAccepted(string address) => Assert.Empty(FaultsOf(address));

    [Theory]
    [InlineData("a")]
    [InlineData("@b.fr")]
    [InlineData("a@")]
    [InlineData("a@b")]
    [InlineData("a@b@c.fr")]
    [InlineData("a b@c.fr")]
    [InlineData(" a@c.fr")]
    [InlineData(".a@c.fr")]
    [InlineData("a..b@c.fr")]
    [InlineData("a@-c.fr")]
    [InlineData("a@c-.fr")]
    [InlineData("a@c..fr")]
    [InlineData("a@c.fr\\r\\nBcc: x@y.fr")]
    [InlineData("\\\"a\\\"@c.fr")]
    [InlineData("a,b@c.fr")]
    public void Parse_AnythingElse_IsAFault(string address) => Assert.Single(FaultsOf(address));

    [Fact]
    public void Parse_ATooLongAddress_IsAFault()
    {
        Assert.Single(FaultsOf($"{new string('a', 65)}@c.fr"));
        Assert.Single(FaultsOf($"a@{string.Concat(Enumerable.Repeat("aaaaaaaaa.", 26))}fr"));
    }

    private static IReadOnlyList<string> FaultsOf(string address) =>
        DirectoryFile.Parse(Sample.With(Sample.Directory, "client1001@example.fr", address)).Faults;
}
