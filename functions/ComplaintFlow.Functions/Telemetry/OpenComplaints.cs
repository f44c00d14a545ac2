using System.Collections.Concurrent;
using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Functions.Complaints;

namespace ComplaintFlow.Functions.Telemetry;

/// <summary>
/// The open complaints that something is still due for, as this process has met them: the first sweep of a process meets
/// all, later ones and acts what changes. One that waits for the mediator alone has no date of ours and does not count.
/// </summary>
public sealed class OpenComplaints(FirmRules firm)
{
    private static readonly (int UpTo, string Age)[] Ages = [(10, "0-10"), (30, "11-30"), (60, "31-60"), (int.MaxValue, "61+")];
    private readonly ConcurrentDictionary<Reference, DateOnly> _receivedOn = new();

    public void Note(StoredComplaint stored)
    {
        if (stored is { Complaint.IsOpen: true, StoredWakeUp: not null })
        {
            _receivedOn[stored.Reference] = stored.Complaint.ReceivedOn;
        }
        else
        {
            _receivedOn.TryRemove(stored.Reference, out _);
        }
    }

    /// <summary>How many of each age, all ages in their order.</summary>
    public IReadOnlyList<(string Age, long Count)> ByAge()
    {
        int today = firm.Today.DayNumber;
        long[] counts = new long[Ages.Length];
        foreach (DateOnly receivedOn in _receivedOn.Values)
        {
            counts[Array.FindIndex(Ages, age => today - receivedOn.DayNumber <= age.UpTo)]++;
        }

        return [.. Ages.Select((age, index) => (age.Age, counts[index]))];
    }
}
