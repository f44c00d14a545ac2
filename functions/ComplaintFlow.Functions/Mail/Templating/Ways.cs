namespace ComplaintFlow.Functions.Mail.Templating;

/// <summary>
/// How often each thing is written on the ways through a piece of a template: at least and at most, over every branch that
/// a condition can take.
/// </summary>
internal sealed class Ways
{
    /// <summary>Stands for any number of times.</summary>
    private const int Many = 1000;

    private readonly Dictionary<string, (int Least, int Most)> _counts = new(StringComparer.Ordinal);

    public static Ways Nothing { get; } = new();

    public static Ways Once(string written)
    {
        Ways ways = new();
        ways._counts[written] = (1, 1);
        return ways;
    }

    public (int Least, int Most) this[string written] => _counts.GetValueOrDefault(written);

    /// <summary>One piece after the other.</summary>
    public static Ways InTurn(IEnumerable<Ways> pieces)
    {
        Ways all = new();
        foreach ((string written, (int least, int most)) in pieces.SelectMany(piece => piece._counts))
        {
            (int Least, int Most) before = all[written];
            all._counts[written] = (Math.Min(Many, before.Least + least), Math.Min(Many, before.Most + most));
        }

        return all;
    }

    /// <summary>One of the branches.</summary>
    public static Ways OneOf(IReadOnlyList<Ways> branches)
    {
        Ways any = new();
        foreach (string written in branches.SelectMany(branch => branch._counts.Keys).Distinct())
        {
            any._counts[written] = (branches.Min(branch => branch[written].Least), branches.Max(branch => branch[written].Most));
        }

        return any;
    }

    /// <summary>As often as a list has items, perhaps never.</summary>
    public Ways Repeated()
    {
        Ways repeated = new();
        foreach (string written in _counts.Keys)
        {
            repeated._counts[written] = (0, Many);
        }

        return repeated;
    }
}
