namespace ComplaintFlow.Functions.Mail.Templating;

/// <summary>A name that a template may use.</summary>
/// <param name="Read">The value for a model; null, or white space for a text, when there is none.</param>
internal sealed record Variable(string Name, VariableKind Kind, Func<object, object?> Read)
{
    /// <summary>Every name that a <see cref="VariableKind.Choice"/> can be.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>What each item of a <see cref="VariableKind.List"/> has.</summary>
    public Variables Items { get; init; } = Variables.None;
}
