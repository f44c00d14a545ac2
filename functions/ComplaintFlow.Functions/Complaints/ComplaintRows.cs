using System.Globalization;
using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Functions.Storage;
using ComplaintFlow.Functions.Telemetry;

namespace ComplaintFlow.Functions.Complaints;

/// <summary>
/// The rows of one complaint's partition, mapped by hand: <c>head</c>, <c>j-</c> the facts of the journal, <c>p-</c> their
/// private parts, <c>e-</c> the outbox. Each journal row carries the hash of the one before and a salted hash of its
/// private part, whose salt lies in the private row: erasing that row leaves the chain checkable and the hash meaningless.
/// </summary>
internal static class ComplaintRows
{
    public const string Head = "head";
    private const int Schema = 1;

    public static Dictionary<string, object> HeadOf(StoredComplaint stored, DateTimeOffset? wakeUp)
    {
        Dictionary<string, object> row = With(wakeUp, "wakeUp", new()
        {
            ["schema"] = Schema,
            ["version"] = stored.Complaint.Version,
            ["status"] = WireName.Of(stored.Complaint.Status),
            ["lastHash"] = stored.LastHash,
        });
        AddText(row, "trace", stored.Trace?.Parent);
        return With(stored.Trace?.At, "tracedAt", row);
    }

    public static string JournalKey(int number) => string.Create(CultureInfo.InvariantCulture, $"j-{number:D8}");

    public static string PrivateKey(int number) => string.Create(CultureInfo.InvariantCulture, $"p-{number:D8}");

    public static string EffectKey(Effect effect) => string.Create(CultureInfo.InvariantCulture, $"e-{effect.Line:D8}-{effect.Id:N}");

    /// <summary>The rows of one line, and the hash that the next line builds on.</summary>
    public static (IReadOnlyList<TableOperation> Rows, string Hash) Of(JournalLine line, string previousHash, byte[] salt)
    {
        List<TableOperation> rows = [];
        string privateHash = "";
        if (line.Private is { } part)
        {
            string json = JournalJson.Write(part);
            privateHash = PartsHash.Of(Convert.ToHexStringLower(salt), json);
            Dictionary<string, object> words = new() { ["schema"] = Schema, ["salt"] = Convert.ToHexStringLower(salt) };
            LongText.Write(words, "data", json);
            rows.Add(new Insert(PrivateKey(line.Number), words));
        }

        string fact = JournalJson.Write(line.Fact);
        string at = line.At.ToString("O", CultureInfo.InvariantCulture);
        string hash = PartsHash.Of(previousHash, $"{line.Number}", at, line.Actor.Name, line.Actor.Key ?? "", FactNames.Of(line.Fact), fact, privateHash);
        Dictionary<string, object> facts = new()
        {
            ["schema"] = Schema,
            ["at"] = at,
            ["actorKind"] = WireName.Of(line.Actor.Kind),
            ["type"] = FactNames.Of(line.Fact),
            ["fact"] = fact,
            ["previousHash"] = previousHash,
            ["privateHash"] = privateHash,
            ["hash"] = hash,
        };
        AddText(facts, "actor", line.Actor.Email);
        AddText(facts, "key", line.Actor.Key);
        rows.Add(new Insert(JournalKey(line.Number), facts));
        return (rows, hash);
    }

    public static Dictionary<string, object> Of(Effect effect)
    {
        Dictionary<string, object> row = With(effect.NextAttemptAt, "nextAttemptAt", new()
        {
            ["schema"] = Schema,
            ["id"] = effect.Id.ToString(),
            ["kind"] = WireName.Of(effect.Kind),
            ["line"] = effect.Line,
            ["status"] = WireName.Of(effect.Status),
            ["at"] = effect.At.ToString("O", CultureInfo.InvariantCulture),
            ["createdAt"] = effect.CreatedAt.ToString("O", CultureInfo.InvariantCulture),
            ["attempts"] = effect.Attempts,
        });
        AddText(row, "staff", effect.To.StaffEmail);
        AddText(row, "address", effect.Address);
        AddText(row, "error", effect.Error);
        AddText(row, "trace", effect.Trace);
        AddText(row, "givenId", effect.GivenId?.MessageId);
        AddText(row, "givenAt", effect.GivenId?.At.ToString("O", CultureInfo.InvariantCulture));
        return row;
    }

    /// <summary>The complaint, or null when there is none or the rows are not of one moment: the head counts the journal's lines.</summary>
    public static StoredComplaint? Read(Reference reference, IEnumerable<TableRow> partition)
    {
        TableRow? head = null;
        List<TableRow> journal = [];
        Dictionary<string, PrivatePart> parts = [];
        List<Effect> effects = [];
        foreach (TableRow row in partition)
        {
            if (row.Number("schema") != Schema)
            {
                throw new InvalidDataException($"Row '{row.Row}' of complaint {reference} has schema {row.Number("schema")}; this version reads {Schema}.");
            }

            switch (row.Row[..2])
            {
                case "j-":
                    journal.Add(row);
                    break;
                case "p-":
                    parts[row.Row[2..]] = JournalJson.ReadPrivate(LongText.Read(row, "data"));
                    break;
                case "e-":
                    effects.Add(ReadEffect(row));
                    break;
                default:
                    head = row;
                    break;
            }
        }

        if (head is null || head.Number("version") != journal.Count)
        {
            return null;
        }

        List<JournalLine> lines = [.. journal.Select(row => ReadLine(row, parts.GetValueOrDefault(row.Row[2..])))];
        Complaint complaint = Evolution.Fold(lines) ?? throw new InvalidDataException($"Complaint {reference} has an empty journal.");
        return new StoredComplaint(reference, complaint, lines, effects, head.ETag, head.Text("lastHash"), head.InstantOrNull("wakeUp"))
        {
            Trace = head.TextOrNull("trace") is { } trace && head.InstantOrNull("tracedAt") is { } at ? new TraceMark(trace, at) : null,
        };
    }

    private static JournalLine ReadLine(TableRow row, PrivatePart? part)
    {
        string kind = row.Text("actorKind");
        Actor actor = WireName.TryParse(kind, out ActorKind known)
            ? new Actor(known, row.TextOrNull("actor"), row.TextOrNull("key"))
            : throw new InvalidDataException($"Row '{row.Row}' of complaint {row.Partition} has an unknown actor '{kind}'.");
        int number = int.Parse(row.Row.AsSpan(2), CultureInfo.InvariantCulture);
        return new JournalLine(number, ReadInstant(row, "at"), actor, JournalJson.ReadFact(row.Text("type"), row.Text("fact")), part);
    }

    private static Effect ReadEffect(TableRow row) => new()
    {
        Id = Guid.Parse(row.Text("id")),
        Kind = WireName.TryParse(row.Text("kind"), out MailKind kind) ? kind : throw Unknown(row, "kind"),
        To = new Recipient(row.TextOrNull("staff")),
        Line = (int)row.Number("line"),
        Status = WireName.TryParse(row.Text("status"), out EffectStatus status) ? status : throw Unknown(row, "status"),
        At = ReadInstant(row, "at"),
        CreatedAt = ReadInstant(row, "createdAt"),
        Attempts = (int)row.Number("attempts"),
        NextAttemptAt = row.InstantOrNull("nextAttemptAt"),
        Address = row.TextOrNull("address"),
        Error = row.TextOrNull("error"),
        Trace = row.TextOrNull("trace"),
        GivenId = row.TextOrNull("givenId") is { } given ? new GivenMessageId(given, ReadInstant(row, "givenAt")) : null,
    };

    /// <summary>Instants of lines are text: their offset is the firm's, and the firm's civil date hangs on it.</summary>
    private static DateTimeOffset ReadInstant(TableRow row, string name) =>
        DateTimeOffset.ParseExact(row.Text(name), "O", CultureInfo.InvariantCulture);

    private static Dictionary<string, object> With(DateTimeOffset? value, string name, Dictionary<string, object> row)
    {
        if (value is { } instant)
        {
            row[name] = instant.ToUniversalTime();
        }

        return row;
    }

    private static void AddText(Dictionary<string, object> row, string name, string? text)
    {
        if (text is not null)
        {
            row[name] = text;
        }
    }

    private static InvalidDataException Unknown(TableRow row, string name) =>
        new($"Row '{row.Row}' of complaint {row.Partition} has an unknown {name} '{row.Text(name)}'.");
}
