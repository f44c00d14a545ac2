namespace ComplaintFlow.Functions.Commands;

/// <summary>Something that the program does instead of starting, asked for by its first argument.</summary>
internal interface IProgramCommand
{
    /// <summary>The argument.</summary>
    public string Name { get; }

    /// <summary>What it does, after "cannot": in French and in English.</summary>
    public string Verb { get; }

    /// <summary>Does it with the arguments after its name.</summary>
    /// <exception cref="InvalidDataException">The arguments or the settings are wrong, or it is refused.</exception>
    public Task RunAsync(string[] arguments);
}
