using Fluid.Parser;

namespace ComplaintFlow.Functions.Mail.Templating;

/// <summary>One reading of a template's text.</summary>
/// <param name="text">The whole text.</param>
internal sealed class TemplateParseContext(string text) : FluidParseContext(text)
{
    /// <summary>Where each expression and tag begins, in characters from the beginning.</summary>
    public Dictionary<object, int> Offsets { get; } = new(ReferenceEqualityComparer.Instance);
}
