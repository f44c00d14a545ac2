using Fluid.Ast;

namespace ComplaintFlow.Functions.Mail.Templating;

/// <summary>A template that was read.</summary>
internal sealed record Template
{
    public required TemplateName Name { get; init; }

    /// <summary>As it is named in a fault.</summary>
    public required string Path { get; init; }

    /// <summary>Whether the firm's file stands in for the default.</summary>
    public required bool IsOverride { get; init; }

    /// <summary>With line feeds only.</summary>
    public required string Source { get; init; }

    /// <summary>Empty for a part.</summary>
    public IReadOnlyList<Statement> Subject { get; init; } = [];

    public IReadOnlyList<Statement> Body { get; init; } = [];

    /// <summary>Where each expression and tag stands, in characters of <see cref="Source"/>.</summary>
    public IReadOnlyDictionary<object, int> Offsets { get; init; } = new Dictionary<object, int>();

    /// <summary>What kept it from being read; then it is not looked at further.</summary>
    public IReadOnlyList<TemplateFault> Faults { get; init; } = [];

    public TemplateFault FaultAt(int offset, string message) => TemplateFault.At(Path, Source, offset, message);

    /// <summary>At the place of an expression or a tag, or of the first that is known.</summary>
    public TemplateFault FaultAt(string message, params ReadOnlySpan<object?> places)
    {
        foreach (object? place in places)
        {
            if (place is not null && Offsets.TryGetValue(place, out int offset))
            {
                return FaultAt(offset, message);
            }
        }

        return FaultAt(0, message);
    }
}
