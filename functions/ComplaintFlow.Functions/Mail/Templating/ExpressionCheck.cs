using Fluid.Ast;
using Fluid.Values;

namespace ComplaintFlow.Functions.Mail.Templating;

/// <summary>Reports a fault at the first place that is known.</summary>
internal delegate void ReportFault(string message, params ReadOnlySpan<object?> places);

/// <summary>Checks what stands between the braces: names, their kinds, filters.</summary>
internal sealed class ExpressionCheck(NamesInScope names, ReportFault report)
{
    private const string NotHere = "n’a pas sa place ici";

    /// <summary>What <c>{{ }}</c> writes.</summary>
    public Ways Output(Expression expression)
    {
        switch (expression)
        {
            case FilterExpression filter:
                return Filter(filter);
            case LiteralExpression:
                return Ways.Nothing;
            case MemberExpression member when Known(member) is { } variable:
                if (variable.Kind is not (VariableKind.Words or VariableKind.Typed or VariableKind.Number))
                {
                    report($"« {variable.Name} » ne s’écrit pas entre accolades{Instead(variable)}", expression);
                }

                return Ways.Once(Need.Output(variable.Name));
            case MemberExpression:
                return Ways.Nothing;
            default:
                report("un calcul ou une comparaison n’a pas sa place entre accolades", expression);
                return Ways.Nothing;
        }
    }

    public void Condition(Expression condition)
    {
        switch (condition)
        {
            case MemberExpression member:
                Known(member);
                break;
            case BinaryExpression both:
                Condition(both.Left);
                Condition(both.Right);
                Compared(both.Left, both.Right);
                Compared(both.Right, both.Left);
                break;
            case LiteralExpression:
                break;
            default:
                report("cette écriture n’a pas sa place dans une condition", condition);
                break;
        }
    }

    /// <summary>Whether the cases are all that there can be.</summary>
    public bool Case(CaseStatement cases)
    {
        Condition(cases.Expression);
        foreach (Expression option in cases.Whens.SelectMany(when => when.Options))
        {
            Condition(option);
            Compared(cases.Expression, option);
        }

        return cases.Expression is MemberExpression member && names.Find(member) is { Kind: VariableKind.Choice } variable
            && !variable.Choices.Except(cases.Whens.SelectMany(when => when.Options).Select(Literal).OfType<string>()).Any();
    }

    /// <summary>The names inside the loop; null when it cannot be.</summary>
    public NamesInScope? Loop(ForStatement loop)
    {
        Variable? list = loop.Source is MemberExpression member ? names.Find(member) : null;
        if (list is not { Kind: VariableKind.List } || loop.Limit is not null || loop.Offset is not null)
        {
            report("« for » parcourt une liste, en entier : {% for item in waiting %}", loop.Source, loop);
            return null;
        }

        return names with { Item = loop.Identifier, Items = list.Items };
    }

    /// <summary>A tag that is about a variable.</summary>
    public Ways Tag(MailTag tag)
    {
        VariableKind[] right = tag.Tag switch
        {
            MailTags.Link => [VariableKind.Link],
            MailTags.Letter => [VariableKind.Letter],
            MailTags.Quote or MailTags.Words => [VariableKind.Typed],
            _ => [VariableKind.Way],
        };
        Variable? variable = names.Variables.Find(tag.Name);
        if (variable is null && tag.Tag == tag.Name)
        {
            report($"« {tag.Tag} » {NotHere} : ce message n’en a pas", tag);
        }
        else if (variable is null)
        {
            report(Unknown(tag.Name), tag);
        }
        else if (!right.Contains(variable.Kind))
        {
            report($"« {variable.Name} » {NotHere}, après « {tag.Tag} »{Instead(variable)}", tag);
        }

        return Ways.Once(Need.Tagged(tag.Tag, tag.Name));
    }

    private Ways Filter(FilterExpression filter)
    {
        if (filter.Name != CountFilter.Name)
        {
            report($"le filtre « {filter.Name} » n’existe pas ; il y a seulement « {CountFilter.Name} »", filter, filter.Input);
        }
        else if (filter.Parameters?.Count != CountFilter.Arguments || !(filter.Input is MemberExpression member && Known(member) is null or { Kind: VariableKind.Number }))
        {
            report("« count » s’applique à un nombre, avec le singulier et le pluriel : {{ days_left | count: \"jour\", \"jours\" }}", filter, filter.Input);
        }

        return filter.Input is MemberExpression input && names.Find(input) is { } variable ? Ways.Once(Need.Output(variable.Name)) : Ways.Nothing;
    }

    private Variable? Known(MemberExpression member)
    {
        Variable? variable = names.Find(member);
        if (variable is null)
        {
            report(Unknown(string.Join('.', member.Segments.Select(segment => (segment as IdentifierSegment)?.Identifier ?? "[…]"))), member);
        }

        return variable;
    }

    private string Unknown(string name) => $"la variable « {name} » n’existe pas dans ce message{TemplateReader.Meant(name, names.Known)}";

    /// <summary>A choice is compared with one of its names only.</summary>
    private void Compared(Expression choice, Expression with)
    {
        if (choice is MemberExpression member && names.Find(member) is { Kind: VariableKind.Choice } variable
            && Literal(with) is { } written && !variable.Choices.Contains(written))
        {
            report($"« {variable.Name} » ne vaut jamais « {written} » mais {string.Join(", ", variable.Choices)}", with, choice);
        }
    }

    private static string? Literal(Expression expression) => expression is LiteralExpression { Value: StringValue text } ? text.ToStringValue() : null;

    private static string Instead(Variable variable) => variable.Kind switch
    {
        VariableKind.Link => $" : {{% link {variable.Name} \"…\" %}}",
        VariableKind.Way or VariableKind.Letter => $" : {Need.Tagged(variable.Name, variable.Name)}",
        VariableKind.Flag or VariableKind.Choice => " mais dans une condition : {% if … %}",
        VariableKind.List => " mais dans « for »",
        _ => " mais entre accolades",
    };
}
