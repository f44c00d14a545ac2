using ComplaintFlow.Domain.Calendar;
using ComplaintFlow.Domain.Procedure;
using ComplaintFlow.Functions.Configuration.Reading;

namespace ComplaintFlow.Functions.Configuration.Published;

internal static class RegimeReader
{
    public static Regime Read(JsonObjectReader regime, HolidayZone zone)
    {
        string name = regime.Required("name", ProcedureForms.RegimeName, "");
        Wording title = regime.Object("title", "an object with \"fr\" and \"en\"", ProcedureForms.Wording);
        ClockStart clockStart = regime.Optional("clockStart", ProcedureForms.ClockStart, ClockStart.Receipt);
        Delay? acknowledge = regime.Required("acknowledge", DelayForm.Delay, null);
        Delay? respond = regime.Required("respond", DelayForm.Delay, null);
        Delay? levelTwo = regime.Required("levelTwo", DelayForm.Delay, null);
        return new Regime
        {
            Name = name,
            Title = title,
            ClockStart = clockStart,
            Acknowledge = acknowledge ?? default,
            Respond = respond ?? default,
            LevelTwo = levelTwo ?? default,
            LongestExtension = LongestExtension(regime, respond),
            AcknowledgementReminders = Reminders.Read(
                regime, "acknowledgementReminders", "working days", acknowledge, delay => ShortestLength.InWorkingDays(delay, zone)),
            ResponseReminders = Reminders.Read(
                regime, "responseReminders", "calendar days", respond, ShortestLength.InDays),
            ManagerFromDay = regime.Optional("managerFromDay", Forms.WholeNumber(1, 1000), 45),
            NoFollowUpDays = regime.Optional("noFollowUpDays", Forms.WholeNumber(1, 1000), 60),
            LevelOneApproval = Approval(regime, "levelOneApproval", ApproverRole.Manager),
            LevelTwoApproval = Approval(regime, "levelTwoApproval", ApproverRole.Director),
        };
    }

    private static Delay? LongestExtension(JsonObjectReader regime, Delay? respond)
    {
        Delay? longest = regime.Optional("longestExtension", DelayForm.Delay, null);
        if (longest is { } extended && respond is { } promised
            && ShortestLength.InDays(extended) <= ShortestLength.InDays(promised))
        {
            regime.Faults.Add(
                regime.PathOf("longestExtension"),
                $"{DelayForm.Show(extended)} is not longer than {DelayForm.Show(promised)} of respond; write a longer delay, counted from the same start");
        }

        return longest;
    }

    private static Approval Approval(JsonObjectReader regime, string name, ApproverRole byDefault) =>
        regime.Has(name) ? regime.Object(name, ApprovalReader.Right, ApprovalReader.Read) : new Approval(byDefault);
}
