namespace ComplaintFlow.Domain.Tests.Complaints;

/// <summary>A table written as text: a head of columns, then a row per command, cells set apart by <c>|</c>.</summary>
internal sealed class OutcomeTable
{
    private readonly Dictionary<string, string[]> _rows = [];

    public OutcomeTable(string text)
    {
        string[][] lines = [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('|', StringSplitOptions.TrimEntries))];
        Columns = lines[0][1..];
        foreach (string[] line in lines[1..])
        {
            Assert.Equal(Columns.Count, line.Length - 1);
            _rows.Add(line[0], line[1..]);
        }
    }

    public IReadOnlyList<string> Columns { get; }

    public IReadOnlyCollection<string> Rows => _rows.Keys;

    public string this[string row, string column] => _rows[row][Columns.ToList().IndexOf(column)];

    /// <summary>Compares the whole table at once, so that one run shows every cell that differs.</summary>
    public void IsConfirmedBy(Func<string, string, string> outcome)
    {
        string[] expected = [.. Rows.SelectMany(row => Columns.Select(column => $"{row}, {column}: {this[row, column]}"))];
        string[] actual = [.. Rows.SelectMany(row => Columns.Select(column => $"{row}, {column}: {outcome(row, column)}"))];
        Assert.Equal([], actual.Except(expected));
    }
}
