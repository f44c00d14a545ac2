using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using ComplaintFlow.Functions.Telemetry;
using Microsoft.Extensions.DependencyInjection;

namespace ComplaintFlow.Scenarios.App;

/// <summary>What the meters of a program report. Open it before the program starts, or the first sweep is missed.</summary>
public sealed class FigureBook : IDisposable
{
    private readonly ConcurrentQueue<(Instrument Instrument, double Value, KeyValuePair<string, object?>[] Tags)> _figures = new();
    private readonly MeterListener _listener = new();

    public FigureBook()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == MetricNames.Meter)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => _figures.Enqueue((instrument, value, tags.ToArray())));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => _figures.Enqueue((instrument, value, tags.ToArray())));
        _listener.Start();
    }

    /// <summary>Every tag that was reported, of whichever program.</summary>
    public IEnumerable<string> AllTags => _figures.SelectMany(figure => figure.Tags).Select(tag => $"{tag.Key}={tag.Value}").Distinct();

    /// <summary>What a counter of <paramref name="app"/> has come to since its last start, by its tags: <c>in_time=true</c>.</summary>
    public Dictionary<string, double> Sums(TestApp app, string name) => Of(app, name)
        .GroupBy(figure => Text(figure.Tags))
        .ToDictionary(group => group.Key, group => group.Sum(figure => figure.Value));

    /// <summary>What a gauge of <paramref name="app"/> says now, by its tags.</summary>
    public Dictionary<string, double> Now(TestApp app, string name)
    {
        _figures.Clear();
        _listener.RecordObservableInstruments();
        return Of(app, name).ToDictionary(figure => Text(figure.Tags), figure => figure.Value);
    }

    public void Dispose() => _listener.Dispose();

    private IEnumerable<(double Value, KeyValuePair<string, object?>[] Tags)> Of(TestApp app, string name) => _figures
        .Where(figure => figure.Instrument.Name == name && ReferenceEquals(figure.Instrument.Meter.Scope, app.Services.GetRequiredService<IMeterFactory>()))
        .Select(figure => (figure.Value, figure.Tags));

    private static string Text(KeyValuePair<string, object?>[] tags) => string.Join(' ', tags.Select(tag => $"{tag.Key}={tag.Value}"));
}
