using ComplaintFlow.Functions.Storage;

namespace ComplaintFlow.Storage.Tests;

/// <summary>Batches that no store takes, each with the words by which it says why.</summary>
internal static class RefusedBatches
{
    private static readonly Dictionary<string, (string Reason, Func<TableOperation[]> Batch)> Cases = new()
    {
        ["empty"] = ("1 to 100 operations", () => []),
        ["101 operations"] = ("1 to 100 operations", () => [.. Enumerable.Range(0, 101).Select(n => new Delete($"{n}"))]),
        ["same row twice"] = ("twice", () => [Row("v", 1), new Delete("a")]),
        ["long row key"] = ("512 at most", () => [new Delete(new string('k', 513))]),
        ["half a pair in a key"] = ("surrogate", () => [new Delete("a\ud800")]),
        ["text over 64 KiB"] = ("65536 at most", () => [Row("v", new string('x', (32 * 1024) + 1))]),
        ["bytes over 64 KiB"] = ("65536 at most", () => [Row("v", new byte[(64 * 1024) + 1])]),
        ["row over 1 MiB"] = ("1048576 at most", () => [new Put("a", Many(17, new byte[64 * 1024]))]),
        ["batch over 4 MiB"] = ("4194304 at most", () =>
            [.. Enumerable.Range(0, 5).Select(n => new Put($"{n}", Many(15, new byte[60 * 1024])))]),
        ["batch over 4 MiB once escaped"] = ("4194304 at most", () =>
            [.. Enumerable.Range(0, 2).Select(n => new Put($"{n}", Many(15, new string('é', 32 * 1024))))]),
        ["253 properties"] = ("252 at most", () => [new Put("a", Many(253, 1))]),
        ["name with a dash"] = ("letters, digits", () => [Row("a-b", 1)]),
        ["name with a digit first"] = ("letters, digits", () => [Row("1a", 1)]),
        ["name empty"] = ("letters, digits", () => [Row("", 1)]),
        ["name too long"] = ("letters, digits", () => [Row(new string('n', 256), 1)]),
        ["PartitionKey"] = ("keeps for itself", () => [Row("PartitionKey", "x")]),
        ["RowKey"] = ("keeps for itself", () => [Row("RowKey", "x")]),
        ["Timestamp"] = ("keeps for itself", () => [Row("Timestamp", "x")]),
        ["odata"] = ("keeps for itself", () => [Row("odataType", "x")]),
        ["half a pair in a text"] = ("surrogate", () => [Row("v", "x\ud83d")]),
        ["halves in the wrong order"] = ("surrogate", () => [Row("v", "\ude00\ud83d")]),
        ["not a number"] = ("finite", () => [Row("v", double.NaN)]),
        ["infinite"] = ("finite", () => [Row("v", double.PositiveInfinity)]),
        ["before 1601"] = ("before 1601", () => [Row("v", new DateTimeOffset(1600, 12, 31, 23, 59, 59, TimeSpan.Zero))]),
        ["decimal"] = ("Decimal", () => [Row("v", 1m)]),
        ["date without offset"] = ("DateTime", () => [Row("v", new DateTime(2026, 3, 2))]),
        ["null"] = ("null", () => [Row("v", null!)]),
        ["any version"] = ("ETag", () => [new Replace("a", Many(1, 1), "*")]),
        ["no version"] = ("ETag", () => [new Delete("a", "")]),
        ["one good, one bad"] = ("surrogate", () => [new Insert("b", Many(1, 1)), Row("v", "\ud800")]),
    };

    public static TheoryData<string> All => [.. Cases.Keys];

    public static TableOperation[] Of(string name) => Cases[name].Batch();

    public static string Reason(string name) => Cases[name].Reason;

    private static Put Row(string name, object value) => new("a", new Dictionary<string, object> { [name] = value });

    private static Dictionary<string, object> Many(int count, object value) =>
        Enumerable.Range(0, count).ToDictionary(n => $"p{n}", _ => value);
}
