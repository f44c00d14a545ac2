namespace ComplaintFlow.Functions.Moving;

/// <summary>Where a part of an export ends and the next begins; one complaint is never cut in two.</summary>
/// <param name="Lines">A part with so many lines takes no more.</param>
/// <param name="Bytes">A part with so many bytes takes no more.</param>
internal sealed record ExportLimits(long Lines, long Bytes)
{
    public static ExportLimits Usual { get; } = new(20_000, 16 * 1024 * 1024);
}
