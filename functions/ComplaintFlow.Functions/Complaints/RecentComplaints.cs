using ComplaintFlow.Domain.Complaints;

namespace ComplaintFlow.Functions.Complaints;

/// <summary>
/// The complaints that this process last read or wrote, a bounded number of them. One is true only as long as its head row
/// has not changed, which whoever takes it must ask: another process may have written since.
/// </summary>
internal sealed class RecentComplaints
{
    private const int Places = 512;
    private readonly StoredComplaint?[] _places = new StoredComplaint?[Places];

    public StoredComplaint? Find(Reference reference) =>
        Volatile.Read(ref _places[PlaceOf(reference)]) is { } known && known.Reference == reference ? known : null;

    /// <summary>Keeps a complaint in the place of whichever was there.</summary>
    public void Keep(StoredComplaint stored) => Volatile.Write(ref _places[PlaceOf(stored.Reference)], stored);

    /// <summary>The same in every process, so that a recorded run repeats itself.</summary>
    private static int PlaceOf(Reference reference)
    {
        uint hash = 0;
        foreach (char letter in reference.Value)
        {
            hash = unchecked((hash * 31) + letter);
        }

        return (int)(hash % Places);
    }
}
