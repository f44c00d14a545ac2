using System.Text.Json.Nodes;
using ComplaintFlow.Simulation.Schedule;

namespace ComplaintFlow.Simulation.World;

/// <summary>The procedure and the directory of one run: the samples, varied. What a model needs of them stands here as plain values.</summary>
public sealed record RulesOfRun
{
    public const string Manager = "reclamations@courtier.example";
    public const string Director = "direction@courtier.example";

    public static IReadOnlyList<string> Handlers { get; } = ["conseil1@courtier.example", "conseil2@courtier.example", "conseil3@courtier.example"];

    public required string ProcedurePath { get; init; }

    public required string DirectoryPath { get; init; }

    /// <summary><c>metropole</c> or <c>alsace-moselle</c>.</summary>
    public required string Zone { get; init; }

    /// <summary><c>receipt</c>, <c>sending</c> or <c>earliest</c>.</summary>
    public required string ClockStart { get; init; }

    /// <summary>Whether an answer of level 1 leaves without approval.</summary>
    public required bool IsWaived { get; init; }

    public required int RemindersAtHour { get; init; }

    public static RulesOfRun Write(Chance chance, string folder)
    {
        RulesOfRun rules = new()
        {
            ProcedurePath = Path.Combine(folder, "procedure.json"),
            DirectoryPath = Path.Combine(folder, "directory.json"),
            Zone = chance.Of("metropole", "metropole", "alsace-moselle"),
            ClockStart = chance.Of("receipt", "receipt", "sending", "earliest"),
            IsWaived = chance.Happens(0.15),
            RemindersAtHour = chance.Of(8, 8, 8, 7, 9, 0),
        };
        JsonNode procedure = Sample("procedure.json");
        JsonNode version = procedure["versions"]![0]!;
        version["zone"] = rules.Zone;
        version["remindersAt"] = $"{rules.RemindersAtHour:00}:00";
        foreach (JsonNode? regime in version["regimes"]!.AsArray())
        {
            regime!["clockStart"] = rules.ClockStart;
            regime["levelOneApproval"] = rules.IsWaived
                ? new JsonObject { ["by"] = "none", ["reason"] = "Cabinet de deux personnes." }
                : new JsonObject { ["by"] = "manager" };
        }

        Directory.CreateDirectory(folder);
        File.WriteAllText(rules.ProcedurePath, procedure.ToJsonString());
        File.WriteAllText(rules.DirectoryPath, Sample("directory.json").ToJsonString());
        return rules;
    }

    private static JsonNode Sample(string name) => JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, name)))!;
}
