using System.Diagnostics.Metrics;
using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Functions.Complaints;

namespace ComplaintFlow.Functions.Telemetry;

/// <summary>
/// Counts what happens when it is stored, and reports what the sweep found: nothing is read for the sake of a figure.
/// Figures have no person and no complaint in them.
/// </summary>
public sealed class ComplaintMetrics
{
    /// <summary>The factory's to dispose of.</summary>
    private readonly Meter _meter;

    private readonly Counter<long> _received;
    private readonly Counter<long> _acknowledged;
    private readonly Counter<long> _answered;
    private readonly Counter<long> _missed;
    private readonly Counter<long> _mails;
    private readonly Histogram<double> _intakeLag;
    private readonly ObservableGauge<long> _open;
    private readonly OpenComplaints _complaints;

    public ComplaintMetrics(IMeterFactory meters, OpenComplaints complaints, PendingMails mails)
    {
        _complaints = complaints;
        _meter = meters.Create(MetricNames.Meter);
        _received = _meter.CreateCounter<long>(MetricNames.Received);
        _acknowledged = _meter.CreateCounter<long>(MetricNames.Acknowledged);
        _answered = _meter.CreateCounter<long>(MetricNames.Answered);
        _missed = _meter.CreateCounter<long>(MetricNames.Missed);
        _mails = _meter.CreateCounter<long>(MetricNames.Mails);
        _intakeLag = _meter.CreateHistogram(
            MetricNames.IntakeLag,
            MetricNames.Seconds,
            advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [1, 5, 15, 60, 300, 900, 3600, 14_400, 86_400] });
        _open = _meter.CreateObservableGauge(
            MetricNames.Open, () => mails.IsFresh ? complaints.ByAge().Select(age => new Measurement<long>(age.Count, Tag(Tags.Age, age.Age))) : []);
        _meter.CreateObservableGauge<long>(MetricNames.EffectsPending, () => mails.IsFresh ? [new Measurement<long>(mails.Count)] : []);
        _meter.CreateObservableGauge<double>(
            MetricNames.OldestPending, () => mails.IsFresh ? [new Measurement<double>(mails.OldestAge.TotalSeconds)] : [], MetricNames.Seconds);
    }

    /// <summary>Counts what a change that is now stored has of it.</summary>
    public void Count(ComplaintChange change, StoredComplaint saved)
    {
        Complaint complaint = saved.Complaint;
        foreach (JournalLine line in change.NewLines)
        {
            switch (line.Fact)
            {
                case ComplaintReceived received:
                    _received.Add(1, Tag(Tags.Channel, WireName.Of(received.Channel)));
                    break;
                case AnswerReleased answer:
                    DateOnly? by = complaint.Level == 1 ? complaint.RespondByExtended : complaint.Level2By;
                    _answered.Add(1, InTime(by is null || answer.On <= by), Tag(Tags.Level, complaint.Level));
                    break;
                case DeadlineMissed missed:
                    _missed.Add(1, Tag(Tags.Deadline, WireName.Of(missed.Deadline)));
                    break;
            }
        }

        if (complaint.AcknowledgedOn is { } on && change.Stored?.Complaint.AcknowledgedOn is null)
        {
            _acknowledged.Add(1, InTime(on <= complaint.Dates.AcknowledgeBy));
        }

        Note(saved);
    }

    /// <summary>What was read or written is as good as counted.</summary>
    public void Note(StoredComplaint stored)
    {
        if (_open.Enabled)
        {
            _complaints.Note(stored);
        }
    }

    /// <summary>An attempt to send.</summary>
    /// <param name="outcome">As <see cref="LogText.Of"/> says it.</param>
    public void Sent(MailKind kind, string outcome) => _mails.Add(1, Tag(Tags.MailKind, WireName.Of(kind)), Tag(Tags.Outcome, outcome));

    /// <summary>A mail that came in was filed.</summary>
    /// <param name="outcome">Opened, attached, parked …</param>
    /// <param name="lag">Since it reached the firm.</param>
    public void TookIn(string outcome, TimeSpan lag) =>
        _intakeLag.Record(Math.Max(0, lag.TotalSeconds), Tag(Tags.Outcome, outcome));

    /// <summary>As text: exporters write truth in different ways.</summary>
    private static KeyValuePair<string, object?> InTime(bool isKept) => Tag(Tags.InTime, isKept ? "true" : "false");

    private static KeyValuePair<string, object?> Tag(string name, object value) => new(name, value);
}
