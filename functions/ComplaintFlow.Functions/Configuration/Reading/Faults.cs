namespace ComplaintFlow.Functions.Configuration.Reading;

/// <summary>All that is wrong with a file, each with its JSON path, in reading order.</summary>
internal sealed class Faults
{
    private readonly List<string> _found = [];

    public IReadOnlyList<string> Found => _found;

    public void Add(string path, string message) => _found.Add($"{path}: {message}");
}
