using ComplaintFlow.Domain.Complaints;

namespace ComplaintFlow.Functions.Mail.Templating;

/// <summary>Variables while they are listed, each with how it is read from a <typeparamref name="T"/>.</summary>
/// <param name="first">Variables that others list, of the same or a wider type.</param>
internal sealed class VariableList<T>(params IEnumerable<Variables> first) : Variables(first.SelectMany(list => list.All))
    where T : class
{
    public VariableList<T> Words(string name, Func<T, string?> read) => Add(name, VariableKind.Words, read);

    public VariableList<T> Typed(string name, Func<T, string?> read) => Add(name, VariableKind.Typed, read);

    public VariableList<T> Flag(string name, Func<T, bool> read) => Add(name, VariableKind.Flag, model => read(model));

    public VariableList<T> Number(string name, Func<T, int> read) => Add(name, VariableKind.Number, model => read(model));

    public VariableList<T> Link(string name, Func<T, string?> read) => Add(name, VariableKind.Link, read);

    public VariableList<T> Way(string name, Func<T, string?> read) => Add(name, VariableKind.Way, read);

    public VariableList<T> Letter(string name, Func<T, IMailModel> read) => Add(name, VariableKind.Letter, read);

    public VariableList<T> Choice(string name, IReadOnlyList<string> choices, Func<T, string> read)
    {
        Put(new Variable(name, VariableKind.Choice, model => read((T)model)) { Choices = choices });
        return this;
    }

    /// <summary>A choice among the wire names of an enumeration.</summary>
    public VariableList<T> Choice<TEnum>(string name, Func<T, TEnum> read)
        where TEnum : struct, Enum => Choice(name, WireName.All<TEnum>(), model => WireName.Of(read(model)));

    public VariableList<T> List(string name, Variables items, Func<T, IReadOnlyList<object>> read)
    {
        Put(new Variable(name, VariableKind.List, model => read((T)model)) { Items = items });
        return this;
    }

    private VariableList<T> Add(string name, VariableKind kind, Func<T, object?> read)
    {
        Put(new Variable(name, kind, model => read((T)model)));
        return this;
    }
}
