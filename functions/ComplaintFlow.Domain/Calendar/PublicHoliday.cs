namespace ComplaintFlow.Domain.Calendar;

/// <summary>A public holiday with its names as people read them; two that fall on one day are one, with both names.</summary>
public readonly record struct PublicHoliday(DateOnly Date, string Fr, string En);
