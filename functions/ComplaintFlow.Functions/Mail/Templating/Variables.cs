namespace ComplaintFlow.Functions.Mail.Templating;

/// <summary>The variables of one kind of template, by name.</summary>
internal class Variables
{
    private readonly Dictionary<string, Variable> _known;

    protected Variables(IEnumerable<Variable> first) => _known = first.ToDictionary(variable => variable.Name, StringComparer.Ordinal);

    public static Variables None { get; } = new([]);

    public IReadOnlyCollection<string> Names => _known.Keys;

    public IEnumerable<Variable> All => _known.Values;

    public Variable? Find(string name) => _known.GetValueOrDefault(name);

    /// <summary>A later variable takes the place of an earlier one of its name.</summary>
    protected void Put(Variable variable) => _known[variable.Name] = variable;
}
