namespace ComplaintFlow.Domain.Procedure;

/// <summary>What a <see cref="Delay"/> counts in.</summary>
public enum DelayUnit
{
    /// <summary>Jours ouvrables: Monday to Saturday without public holidays.</summary>
    WorkingDays,

    /// <summary>Months, to the same day number or the last day of the month (art. 641 code de procédure civile).</summary>
    Months,
}
