using System.Globalization;
using System.Text.Json;

namespace ComplaintFlow.Functions.Configuration.Reading;

/// <summary>
/// Reads the properties of one JSON object and notes every fault with its path. A value at fault gives the fallback, so
/// that reading goes on and all faults are found at once. Every name asked for is known; <see cref="RefuseUnknown"/>
/// then reports the rest. Null counts as absent.
/// </summary>
internal sealed class JsonObjectReader
{
    private readonly Dictionary<string, JsonElement> _properties = new(StringComparer.Ordinal);
    private readonly List<string> _known = [];

    public JsonObjectReader(JsonElement element, string path, Faults faults)
    {
        (Path, Faults) = (path, faults);
        foreach (JsonProperty property in element.EnumerateObject())
        {
            string name = JsonText.NameOf(property);
            if (!_properties.TryAdd(name, property.Value))
            {
                faults.Add(PathOf(name), "written twice; keep one of the two");
            }
        }
    }

    /// <summary>An empty object whose faults nobody reads.</summary>
    private JsonObjectReader() => (Path, Faults) = ("", new Faults());

    public string Path { get; }

    public Faults Faults { get; }

    public string PathOf(string name) =>
        name.Length > 0 && name.All(char.IsAsciiLetterOrDigit) ? $"{Path}.{name}" : $"{Path}[{JsonText.Quote(name)}]";

    public bool Has(string name) => Find(name) is not null;

    public T Required<T>(string name, Form<T> form, T fallback)
    {
        if (Find(name) is { } element)
        {
            return Read(element, PathOf(name), form, fallback);
        }

        Faults.Add(PathOf(name), $"missing; write {form.Right}");
        return fallback;
    }

    public T Optional<T>(string name, Form<T> form, T fallback) =>
        Find(name) is { } element ? Read(element, PathOf(name), form, fallback) : fallback;

    /// <summary>The object under <paramref name="name"/>, read to its end. One at fault is read as if it were empty, in silence.</summary>
    public T Object<T>(string name, string right, Func<JsonObjectReader, T> read)
    {
        if (Find(name) is { } element)
        {
            return ObjectAt(element, PathOf(name), right, read);
        }

        Faults.Add(PathOf(name), $"missing; write {right}");
        return read(new JsonObjectReader());
    }

    /// <summary>The objects of a list, each read to its end, with its path.</summary>
    public IReadOnlyList<(string Path, T Value)> Objects<T>(
        string name, string right, Presence presence, Func<JsonObjectReader, T> read) =>
        [.. Elements(name, right, presence).Select(item => (item.Path, ObjectAt(item.Element, item.Path, $"one of {right}", read)))];

    /// <summary>The values of a list; null when it is absent or anything in it is at fault.</summary>
    public IReadOnlyList<T>? Values<T>(string name, Form<T> form, string right, Presence presence)
        where T : struct
    {
        int before = Faults.Found.Count;
        List<T> values = [.. Elements(name, right, presence).Select(item => Read(item.Element, item.Path, form, default))];
        return Has(name) && Faults.Found.Count == before ? values : null;
    }

    /// <summary>Notes each property that nobody asked for.</summary>
    public void RefuseUnknown()
    {
        foreach (string name in _properties.Keys.Where(name => !_known.Contains(name)))
        {
            string advice = NearestName.To(name, [.. _known.Where(known => !_properties.ContainsKey(known))]) is { } nearest
                ? $"did you mean {JsonText.Quote(nearest)}?"
                : $"known here are {string.Join(", ", _known)}";
            Faults.Add(PathOf(name), $"not a known property; {advice}");
        }
    }

    private JsonElement? Find(string name)
    {
        if (!_known.Contains(name))
        {
            _known.Add(name);
        }

        return _properties.TryGetValue(name, out JsonElement element) && element.ValueKind != JsonValueKind.Null ? element : null;
    }

    private List<(JsonElement Element, string Path)> Elements(string name, string right, Presence presence)
    {
        string path = PathOf(name);
        if (Find(name) is not { } list)
        {
            if (presence != Presence.Optional)
            {
                Faults.Add(path, $"missing; write {right}");
            }

            return [];
        }

        if (list.ValueKind != JsonValueKind.Array)
        {
            Faults.Add(path, $"{JsonText.Show(list)} is not a list; write {right}");
            return [];
        }

        if (list.GetArrayLength() == 0 && presence == Presence.AtLeastOne)
        {
            Faults.Add(path, $"empty; write {right}");
        }

        return [.. list.EnumerateArray().Select((element, index) => (element, string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]")))];
    }

    private T ObjectAt<T>(JsonElement element, string path, string right, Func<JsonObjectReader, T> read)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            Faults.Add(path, $"{JsonText.Show(element)} is not an object; write {right}");
            return read(new JsonObjectReader());
        }

        JsonObjectReader reader = new(element, path, Faults);
        T value = read(reader);
        reader.RefuseUnknown();
        return value;
    }

    private T Read<T>(JsonElement element, string path, Form<T> form, T fallback)
    {
        if (form.Read(element, out T value))
        {
            return value;
        }

        Faults.Add(path, $"{JsonText.Show(element)} is not {form.Kind}; write {form.Right}");
        return fallback;
    }
}
