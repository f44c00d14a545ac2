using System.Text;
using ComplaintFlow.LocalHost.Hosting;

namespace ComplaintFlow.LocalHost.Tests.Hosting;

public sealed class LocalSettingsFileTests
{
    [Fact]
    public void Values_OfAFileWithCommentsAndMark_AreSettings()
    {
        List<string> faults = [];
        Dictionary<string, string?> values = Read("""
            {
              // as editors write it
              "IsEncrypted": false,
              "Values": { "ComplaintFlow__Email__Transport": "smtp", "Port": 25, "On": true, },
            }
            """, faults);
        Assert.Empty(faults);
        Assert.Equal("smtp", values["ComplaintFlow:Email:Transport"]);
        Assert.Equal("25", values["Port"]);
        Assert.Equal("True", values["On"]);
        Assert.Equal(3, values.Count);
    }

    [Fact]
    public void File_ThatIsNotJson_IsAFault()
    {
        List<string> faults = [];
        Assert.Empty(Read("{ Values", faults));
        Assert.Contains("JSON", Assert.Single(faults), StringComparison.Ordinal);
    }

    [Fact]
    public void File_ThatIsMissing_HasNoValues()
    {
        List<string> faults = [];
        Assert.Empty(LocalSettingsFile.Values(Path.Combine(Path.GetTempPath(), "missing", "local.settings.json"), faults));
        Assert.Empty(faults);
    }

    private static Dictionary<string, string?> Read(string json, List<string> faults)
    {
        string path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, json, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
            return new Dictionary<string, string?>(LocalSettingsFile.Values(path, faults));
        }
        finally
        {
            File.Delete(path);
        }
    }
}
