using ComplaintFlow.Domain.Procedure;

namespace ComplaintFlow.Functions.Http;

/// <summary>The faults of a request, by field, each in the reader's language.</summary>
public sealed class FieldErrors(Language language)
{
    private readonly SortedDictionary<string, List<string>> _errors = new(StringComparer.Ordinal);

    public bool Any => _errors.Count > 0;

    public Language Language => language;

    public void Add(string field, string fr, string en) => Add(field, new Wording(fr, en));

    public void Add(string field, Wording message)
    {
        if (!_errors.TryGetValue(field, out List<string>? messages))
        {
            _errors[field] = messages = [];
        }

        messages.Add(message.In(language));
    }

    public IReadOnlyDictionary<string, IReadOnlyList<string>> ToDictionary() =>
        _errors.ToDictionary(pair => pair.Key, pair => (IReadOnlyList<string>)pair.Value, StringComparer.Ordinal);
}
