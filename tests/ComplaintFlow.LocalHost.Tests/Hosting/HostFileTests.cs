using ComplaintFlow.LocalHost.Hosting;
using Microsoft.Extensions.Configuration;

namespace ComplaintFlow.LocalHost.Tests.Hosting;

public sealed class HostFileTests
{
    [Fact]
    public void Welcome_KeepsTheOrderOfTheFile()
    {
        KeyValuePair<string, string?>[] file =
        [
            new("localHost:welcome:Formulaire", "/"), new("localHost:welcome:Boîte", "/local/mailbox"), new("localHost:welcome:Bureau", "/staff"),
        ];
        Assert.Equal([("Formulaire", "/"), ("Boîte", "/local/mailbox"), ("Bureau", "/staff")], Host(file).Welcome);
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData("mailbox", true)]
    [InlineData("Mailbox", true)]
    [InlineData("smtp", false)]
    public void Pages_AreOpen_WhenTheNamedSettingHasItsValue(string? transport, bool isOpen)
    {
        HostFile host = Host(
            new("localHost:mailbox:onlyWhen:setting", "App__Transport"),
            new("localHost:mailbox:onlyWhen:default", "mailbox"),
            new("localHost:mailbox:onlyWhen:is", "mailbox"),
            new("../App:Transport", transport));
        Assert.Equal(isOpen, host.IsOpen);
    }

    private static HostFile Host(params KeyValuePair<string, string?>[] file) => new(
        new ConfigurationBuilder().AddInMemoryCollection(file.Select(pair => KeyValuePair.Create(
            pair.Key.StartsWith("../", StringComparison.Ordinal) ? pair.Key[3..] : $"{HostFile.Section}:{pair.Key}", pair.Value))).Build(),
        [.. file.Select(pair => pair.Key)]);
}
