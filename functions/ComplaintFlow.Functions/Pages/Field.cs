namespace ComplaintFlow.Functions.Pages;

/// <summary>One field of a form, before what was typed in it.</summary>
internal sealed record Field(string Name, string Label)
{
    public string? Hint { get; init; }

    public bool Required { get; init; }

    /// <summary>Says neither required nor optional: the group does.</summary>
    public bool Unmarked { get; init; }

    public string Type { get; init; } = "text";

    public string? Autocomplete { get; init; }

    public int? MaxLength { get; init; }

    /// <summary>Shown while nothing was typed.</summary>
    public string? Value { get; init; }

    public int Rows { get; init; } = 4;
}
