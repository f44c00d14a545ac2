using Fluid.Ast;

namespace ComplaintFlow.Functions.Mail.Templating;

/// <summary>A walk through every branch of a template and of the parts it includes, with the variables of its kind.</summary>
internal sealed class TemplateWalk(MailTemplates templates, Template template)
{
    private readonly TemplateKind _kind = TemplateKinds.Of(template.Name);
    private readonly List<TemplateFault> _faults = [];
    private readonly Stack<Template> _open = [];
    private readonly List<Template> _ownParts = [];

    public IEnumerable<TemplateFault> Faults()
    {
        NamesInScope names = new(_kind.Variables);
        _open.Push(template);
        Ways ways = Ways.InTurn([Walk(template.Subject, names, Place.Subject), Walk(template.Body, names, Place.Body)]);
        if (_faults.Count == 0)
        {
            _faults.AddRange(_kind.Needs.Select(need => LackOf(need, ways[need.Written])).OfType<TemplateFault>());
        }

        return _faults;
    }

    private enum Place
    {
        Subject,
        Body,
        Section,
    }

    private Ways Walk(IReadOnlyList<Statement> statements, NamesInScope names, Place place) =>
        Ways.InTurn([.. statements.Select(statement => Walk(statement, names, place))]);

    private Ways Walk(Statement statement, NamesInScope names, Place place)
    {
        switch (statement)
        {
            case OutputStatement output:
                return Expressions(names).Output(output.Expression);
            case IfStatement choice:
                Expressions(names).Condition(choice.Condition);
                choice.ElseIfs.ToList().ForEach(other => Expressions(names).Condition(other.Condition));
                return Ways.OneOf([
                    Walk(choice.Statements, names, place),
                    .. choice.ElseIfs.Select(other => Walk(other.Statements, names, place)),
                    Walk(choice.Else?.Statements ?? [], names, place)]);
            case UnlessStatement choice:
                Expressions(names).Condition(choice.Condition);
                return Ways.OneOf([Walk(choice.Statements, names, place), Walk(choice.Else?.Statements ?? [], names, place)]);
            case CaseStatement cases:
                bool knowsAll = Expressions(names).Case(cases);
                List<Ways> branches = [.. cases.Whens.Select(when => Walk(when.Statements, names, place))];
                return Ways.OneOf(knowsAll && cases.Else is null ? branches : [.. branches, Walk(cases.Else?.Statements ?? [], names, place)]);
            case ForStatement loop:
                return Expressions(names).Loop(loop) is { } inside
                    ? Ways.InTurn([Walk(loop.Statements, inside, place).Repeated(), Walk(loop.Else?.Statements ?? [], names, place).Repeated()])
                    : Ways.Nothing;
            case MailSection section:
                if (place != Place.Body)
                {
                    Add($"« {section.Tag} » ne se place ni dans l’objet ni dans une autre rubrique", section);
                }

                return Walk(section.Statements, names, Place.Section);
            case MailTag tag:
                return Walk(tag, names, place);
            default:
                return Ways.Nothing;
        }
    }

    private Ways Walk(MailTag tag, NamesInScope names, Place place)
    {
        if (tag.Tag == MailTags.Include)
        {
            return Include(tag, names, place);
        }

        if (place != Place.Body)
        {
            Add($"« {tag.Tag} » ne se place ni dans l’objet, ni dans « facts » ou « note »", tag);
        }

        return Expressions(names).Tag(tag);
    }

    private Ways Include(MailTag tag, NamesInScope names, Place place)
    {
        TemplateName name = new($"_{tag.Name}", template.Name.Language);
        string[] parts = [.. TemplateKinds.All.Where(kind => kind.IsPart && kind.Languages.Contains(name.Language)).Select(kind => kind.Name[1..])];
        if (!parts.Contains(tag.Name))
        {
            Add($"la partie « {tag.Name} » n’existe pas{TemplateReader.Meant(tag.Name, parts)}", tag);
            return Ways.Nothing;
        }

        Template part = templates.Find(name);
        if (_open.Contains(part))
        {
            Add($"la partie « {tag.Name} » se contient elle-même", tag);
            return Ways.Nothing;
        }

        if (part.IsOverride)
        {
            _ownParts.Add(part);
        }

        _open.Push(part);
        Ways ways = Walk(part.Body, names, place);
        _open.Pop();
        return ways;
    }

    private TemplateFault? LackOf(Need need, (int Least, int Most) times)
    {
        string? fault = (times, need.IsOnce) switch
        {
            ((_, 0), _) => $"il manque {need.Written} : {need.Why}",
            ((0, _), _) => $"{need.Written} ne se trouve pas dans tous les cas, une condition peut l’écarter : {need.Why}",
            ((_, > 1), true) => $"{need.Written} peut s’y trouver plusieurs fois : {need.Why}",
            _ => null,
        };
        return fault is null ? null
            : !template.IsOverride && _ownParts.FirstOrDefault() is { } part ? part.FaultAt(0, $"avec cette partie, dans {template.Name}, {fault}")
            : template.FaultAt(0, fault);
    }

    private ExpressionCheck Expressions(NamesInScope names) => new(names, Add);

    private void Add(string message, params ReadOnlySpan<object?> places) => _faults.Add(_open.Peek().FaultAt(message, places));
}
