using System.Text.Json.Nodes;

namespace ComplaintFlow.Scenarios.App;

/// <summary>A procedure or a directory of a scenario's own: the sample with changes, in a file that lives as long as this.</summary>
public sealed class RulesFile : IDisposable
{
    private RulesFile(string sample, Action<JsonObject> change)
    {
        JsonObject rules = JsonNode.Parse(File.ReadAllText(System.IO.Path.Combine(AppContext.BaseDirectory, sample)))!.AsObject();
        change(rules);
        File.WriteAllText(Path, rules.ToJsonString());
    }

    public string Path { get; } = System.IO.Path.GetTempFileName();

    public static RulesFile Procedure(Action<JsonObject> change) => new("procedure.json", change);

    public static RulesFile Directory(Action<JsonObject> change) => new("directory.json", change);

    public void Dispose() => File.Delete(Path);
}
