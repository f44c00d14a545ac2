using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ComplaintFlow.Functions.Storage;

namespace ComplaintFlow.Simulation.Checks;

/// <summary>A line of the journal as it lies in the store.</summary>
internal sealed record StoredLine(int Number, DateTimeOffset At, string Actor, string Type, JsonElement Fact)
{
    public DateOnly Date(string name) => DateOnly.ParseExact(Fact.GetProperty(name).GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public string? Text(string name) => Fact.TryGetProperty(name, out JsonElement value) ? value.ToString() : null;

    public bool Is(string name) => Fact.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.True;
}

/// <summary>A mail of the outbox as it lies in the store. <paramref name="Staff"/> is null for the client.</summary>
internal sealed record StoredEffect(Guid Id, string Kind, int Line, string Status, string? Staff);

/// <summary>One complaint's rows, read without the program; what is wrong with the rows themselves is found on the way.</summary>
internal sealed class StoredLife
{
    public StoredLife(string reference, IReadOnlyList<TableRow> rows)
    {
        Reference = reference;
        Dictionary<string, TableRow> byKey = rows.ToDictionary(row => row.Row, StringComparer.Ordinal);
        Head = byKey.GetValueOrDefault("head");
        string previous = "";
        foreach (TableRow row in rows.Where(row => row.Row.StartsWith("j-", StringComparison.Ordinal)))
        {
            StoredLine line = new(
                int.Parse(row.Row.AsSpan(2), CultureInfo.InvariantCulture),
                DateTimeOffset.Parse(row.Text("at"), CultureInfo.InvariantCulture),
                row.TextOrNull("actor") ?? row.Text("actorKind"),
                row.Text("type"),
                JsonDocument.Parse(row.Text("fact")).RootElement);
            CheckLine(line, row, byKey.GetValueOrDefault("p-" + row.Row[2..]), previous);
            previous = row.Text("hash");
            Lines.Add(line);
        }

        foreach (TableRow row in rows.Where(row => row.Row.StartsWith("e-", StringComparison.Ordinal)))
        {
            Effects.Add(new StoredEffect(Guid.Parse(row.Text("id")), row.Text("kind"), (int)row.Number("line"), row.Text("status"), row.TextOrNull("staff")));
        }

        CheckHead(previous);
        Subject = byKey.TryGetValue("p-00000001", out TableRow? words) ? JsonDocument.Parse(words.Text("data")).RootElement.GetProperty("subject").GetString() : null;
    }

    public string Reference { get; }

    public TableRow? Head { get; }

    public string? Subject { get; }

    public List<StoredLine> Lines { get; } = [];

    public List<StoredEffect> Effects { get; } = [];

    /// <summary>What is wrong with the journal itself.</summary>
    public List<string> Faults { get; } = [];

    private void CheckLine(StoredLine line, TableRow row, TableRow? words, string previous)
    {
        if (line.Number != Lines.Count + 1)
        {
            Faults.Add($"{Reference}: line {Lines.Count + 1} is missing");
        }

        if (Lines.Count > 0 && line.At < Lines[^1].At)
        {
            Faults.Add($"{Reference}: line {line.Number} is older than the one before");
        }

        string privateHash = words is null ? "" : Hash(words.Text("salt"), Whole(words));
        string actor = row.Text("actorKind") == "staff" ? row.Text("actor") : row.Text("actorKind");
        string hash = Hash(previous, $"{line.Number}", row.Text("at"), actor, row.TextOrNull("key") ?? "", line.Type, row.Text("fact"), privateHash);
        if (row.Text("hash") != hash || row.Text("previousHash") != previous || row.Text("privateHash") != privateHash)
        {
            Faults.Add($"{Reference}: the chain breaks at line {line.Number}");
        }
    }

    private void CheckHead(string last)
    {
        if (Head is null || Lines.Count == 0)
        {
            Faults.Add($"{Reference}: rows without a head or a journal");
        }
        else if (Head.Text("lastHash") != last || Head.Number("version") != Lines.Count)
        {
            Faults.Add($"{Reference}: the head is not that of its journal");
        }
        else if (Head.Text("status") is string status && StatusModel.Of(Lines) is string folded && status != folded)
        {
            Faults.Add($"{Reference}: the head says {status}, its journal {folded}");
        }
    }

    private static string Whole(TableRow words)
    {
        StringBuilder text = new(words.Text("data"));
        for (int piece = 1; words.TextOrNull($"data{piece}") is { } more; piece++)
        {
            text.Append(more);
        }

        return text.ToString();
    }

    private static string Hash(params string[] parts) => Convert.ToHexStringLower(SHA256.HashData(
        Encoding.UTF8.GetBytes(string.Concat(parts.Select(part => $"{Encoding.UTF8.GetByteCount(part)}:{part}")))));
}
