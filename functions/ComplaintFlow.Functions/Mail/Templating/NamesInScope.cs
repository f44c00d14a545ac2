using Fluid.Ast;

namespace ComplaintFlow.Functions.Mail.Templating;

/// <summary>The names that hold at one place of a template: those of its kind, and the items of the loops around it.</summary>
internal sealed record NamesInScope(Variables Variables, string? Item = null, Variables? Items = null)
{
    /// <summary>What may be meant, as it would be written.</summary>
    public IReadOnlyCollection<string> Known => Items is null ? Variables.Names : [.. Variables.Names, .. Items.Names.Select(name => $"{Item}.{name}")];

    public Variable? Find(MemberExpression member) => member.Segments switch
    {
        [IdentifierSegment only] => Variables.Find(only.Identifier),
        [IdentifierSegment item, IdentifierSegment name] when item.Identifier == Item => Items!.Find(name.Identifier),
        _ => null,
    };
}
