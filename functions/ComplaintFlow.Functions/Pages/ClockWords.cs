using ComplaintFlow.Domain.Procedure;

namespace ComplaintFlow.Functions.Pages;

/// <summary>Where the clock of a regime starts, in the words of the published procedure.</summary>
internal static class ClockWords
{
    public static string Since(ClockStart start, Language language) => start switch
    {
        ClockStart.Receipt => language.Say("sa date de réception", "the date of its receipt"),
        ClockStart.Sending => language.Say("sa date d’envoi", "the date it was sent"),
        ClockStart.Earliest => language.Say("la première de ses dates d’envoi et de réception", "the earlier of the dates it was sent and received"),
        _ => throw new ArgumentOutOfRangeException(nameof(start), start, "Not a start of the clock."),
    };
}
