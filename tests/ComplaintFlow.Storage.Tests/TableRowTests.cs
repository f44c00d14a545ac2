using ComplaintFlow.Functions.Storage;

namespace ComplaintFlow.Storage.Tests;

public sealed class TableRowTests
{
    private static readonly DateTimeOffset At = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private readonly TableRow _row = new("part", "key", new Dictionary<string, object>
    {
        ["text"] = "été",
        ["int"] = 3,
        ["long"] = 4L,
        ["at"] = At,
        ["flag"] = true,
    });

    [Fact]
    public void Read_PropertyThere_GivesItsValue()
    {
        Assert.Equal(("été", "été"), (_row.Text("text"), _row.TextOrNull("text")));
        Assert.Equal((3L, 4L, 4L), (_row.Number("int"), _row.Number("long"), _row.NumberOrNull("long")));
        Assert.Equal((At, At), (_row.Instant("at"), _row.InstantOrNull("at")));
        Assert.True(_row.Flag("flag"));
    }

    [Fact]
    public void Read_PropertyAbsent_IsNullOrFalse()
    {
        Assert.Null(_row.TextOrNull("none"));
        Assert.Null(_row.NumberOrNull("none"));
        Assert.Null(_row.InstantOrNull("none"));
        Assert.False(_row.Flag("none"));
    }

    public static TheoryData<string, Action<TableRow>> Wrong => new()
    {
        { "none", row => row.Text("none") },
        { "none", row => row.Number("none") },
        { "none", row => row.Instant("none") },
        { "int", row => row.TextOrNull("int") },
        { "text", row => row.NumberOrNull("text") },
        { "text", row => row.InstantOrNull("text") },
        { "text", row => row.Flag("text") },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Read_MissingOrOfAnotherType_NamesPartitionRowAndProperty(string name, Action<TableRow> read)
    {
        string message = Assert.Throws<InvalidDataException>(() => read(_row)).Message;
        Assert.All((string[])["'part'", "'key'", $"'{name}'"], part => Assert.Contains(part, message, StringComparison.Ordinal));
    }
}
