using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Domain.Directory;
using static ComplaintFlow.Domain.Tests.Complaints.TestFirm;

namespace ComplaintFlow.Domain.Tests.Complaints;

/// <summary>Promises 3 and 4: answered within two months of receipt; the manager, the director and the client hear of what is late.</summary>
public sealed class ResponseTests
{
    [Fact]
    public void Reminders_UntilAnswered_ComeAsTheProcedureSays()
    {
        // 26 April and 3 May are Sundays; 1, 8 and 14 May are holidays.
        ComplaintLife life = new ComplaintLife("2026-03-02 09:00").Receive().Deliver().AdvanceTo("2026-05-31 12:00");
        Assert.Equal(
            [
                "2026-04-01 08:00 anne",
                "2026-04-16 08:00 anne", "2026-04-16 08:00 manon",
                "2026-04-25 08:00 anne", "2026-04-25 08:00 manon",
                "2026-05-02 08:00 anne", "2026-05-02 08:00 manon",
                "2026-05-09 08:00 anne", "2026-05-09 08:00 manon",
                "2026-05-16 08:00 anne", "2026-05-16 08:00 manon", "2026-05-16 08:00 denis",
                "2026-05-23 08:00 anne", "2026-05-23 08:00 manon", "2026-05-23 08:00 denis",
                "2026-05-30 08:00 anne", "2026-05-30 08:00 manon", "2026-05-30 08:00 denis",
            ],
            life.Told(MailKind.ResponseReminder));
    }

    [Theory]
    [InlineData("2026-03-14", "2026-05-13 08:00")] // 14 May: Ascension Day
    [InlineData("2026-03-25", "2026-05-23 08:00")] // 25 May: Whit Monday, after a Sunday
    [InlineData("2026-06-30", "2026-08-29 08:00")] // 30 August: a Sunday
    public void Reminder_OfALastDayWithoutWork_ComesOnTheWorkingDayBefore(string received, string at)
    {
        ComplaintLife life = new ComplaintLife($"{received} 09:00").Receive().Deliver();
        life.AdvanceTo(life.Complaint.Dates.RespondBy.ToString("yyyy-MM-dd"));
        Assert.Equal([$"{at} anne", $"{at} manon"], life.Told(MailKind.ResponseReminder).TakeLast(2));
        Assert.Equal(Day(at[..10]), life.Complaint.LastReminders[DeadlineKind.Response]);
    }

    [Fact]
    public void Reminders_OnceAnswered_Stop()
    {
        ComplaintLife life = new ComplaintLife().Receive().Deliver().AdvanceTo("2026-04-15 12:00").AnswerByEmail().AdvanceTo("2026-05-20 12:00");
        Assert.Equal(["2026-04-01 08:00 anne"], life.Told(MailKind.ResponseReminder));
        Assert.Empty(life.Told(MailKind.DeadlineMissed));
        Assert.Empty(life.Told(MailKind.MediatorInformation));
    }

    [Fact]
    public void Reminder_OfAManagerWhoIsTheHandler_IsOneMail()
    {
        ComplaintLife life = new ComplaintLife().Receive();
        life.Do(new Assign(Anne, life.Now, "MANON@courtier.example", null)).Deliver().AdvanceTo("2026-04-16 12:00");
        Assert.Equal(["2026-04-01 08:00 manon", "2026-04-16 08:00 manon"], life.Told(MailKind.ResponseReminder));
    }

    [Fact]
    public void Reminder_WhileTheHandlerIsAway_GoesToTheDeputy()
    {
        ComplaintLife life = new ComplaintLife("2026-07-10 09:00").Receive().Deliver().AdvanceTo("2026-08-10 12:00");
        Assert.Equal(["2026-08-08 08:00 bruno"], life.Told(MailKind.ResponseReminder));
    }

    [Fact]
    public void Reminders_FromBeforeTheEntry_AreNeverSent()
    {
        // Day 30 was 1 April, day 45 is 16 April.
        ComplaintLife life = new ComplaintLife("2026-04-01 08:00").Receive(Channel.Letter, email: null, receivedOn: "2026-03-02");
        life.Do(new Acknowledge(Anne, life.Now, AnswerChannel.Phone, null)).AdvanceTo("2026-04-16 12:00");
        Assert.Equal(["2026-04-16 08:00 anne", "2026-04-16 08:00 manon"], life.Told(MailKind.ResponseReminder));
    }

    [Fact]
    public void Reminders_SleptThrough_GiveOnlyTheLatest()
    {
        ComplaintLife life = new ComplaintLife().Receive().Deliver().SleepUntil("2026-05-01 10:00");
        Assert.Equal(["2026-05-01 10:00 anne", "2026-05-01 10:00 manon"], life.Told(MailKind.ResponseReminder));
        Assert.Equal(Day("2026-04-25"), life.Complaint.LastReminders[DeadlineKind.Response]);
        life.AdvanceTo("2026-05-02 12:00");
        Assert.Equal("2026-05-02 08:00 manon", life.Told(MailKind.ResponseReminder)[^1]);
    }

    [Fact]
    public void Reminders_SleptThroughToTheVeryInstantOfOne_GiveThatOne()
    {
        ComplaintLife life = new ComplaintLife().Receive().Deliver().SleepUntil("2026-04-25 08:00");
        Assert.Equal(["2026-04-25 08:00 anne", "2026-04-25 08:00 manon"], life.Told(MailKind.ResponseReminder));
    }

    [Fact]
    public void Reminders_ForTheManager_StartOnTheDayOfTheProcedureOrAfterTheLast()
    {
        ComplaintLife life = new() { Procedure = ProcedureOf(Insurance with { ManagerFromDay = 90 }) };
        life.Receive().Deliver().AdvanceTo("2026-05-10 12:00");
        Assert.Equal(["2026-05-02 08:00 anne", "2026-05-09 08:00 anne", "2026-05-09 08:00 manon"], life.Told(MailKind.ResponseReminder).TakeLast(3));
    }

    [Fact]
    public void Due_AfterALongSleep_IsInTheOrderOfItsInstants()
    {
        ComplaintLife life = new ComplaintLife().Receive();
        Assert.Equal(
            [nameof(DeadlineMissed), nameof(Reminded), nameof(Reminded), nameof(DeadlineMissed), nameof(MediatorInformed)],
            DueActs.Due(life.Complaint, life.Context, Paris("2026-05-03 00:00")).Select(fact => fact.GetType().Name));
    }

    [Fact]
    public void Reminders_InAFirmWithoutManagerOrDirector_GoToTheHandlerAlone()
    {
        ComplaintLife life = new() { Directory = new() { DefaultHandler = Address("solo"), Staff = [Person("solo", StaffRole.Handler)] } };
        life.Receive().Deliver().AdvanceTo("2026-06-01 12:00");
        Assert.DoesNotContain(life.Mails, mail => mail.Kind is MailKind.ResponseReminder or MailKind.DeadlineMissed && mail.Name != "solo");
        Assert.Empty(life.Told(MailKind.DeadlineMissed));
    }

    [Fact]
    public void Miss_AtMidnightInParisAfterTheLastDay_IsToldTheManagerOnceAndTheClientOfTheMediator()
    {
        ComplaintLife life = new ComplaintLife().Receive().Deliver().AdvanceTo("2026-05-02 23:59");
        Assert.Empty(life.Told(MailKind.DeadlineMissed));
        life.AdvanceTo("2026-07-15 12:00");
        Assert.Equal(["2026-05-03 00:00 manon"], life.Told(MailKind.DeadlineMissed));
        Assert.Equal(["2026-05-03 00:00 client"], life.Told(MailKind.MediatorInformation));
    }

    [Fact]
    public void Miss_WhileTheManagerIsAlsoTheHandler_IsOneMail()
    {
        ComplaintLife life = new ComplaintLife().Receive();
        life.Do(new Assign(Anne, life.Now, Address("manon"), null)).Deliver().SleepUntil("2026-05-03 00:00");
        Assert.Equal(["2026-05-03 00:00 manon"], life.Told(MailKind.DeadlineMissed));
    }

    [Theory]
    [InlineData("2026-01-29", "2026-03-28T08:00:00+01:00", "2026-03-30T00:00:00+02:00")] // 29 March: 23 hours, a Sunday
    [InlineData("2026-01-28", "2026-03-28T08:00:00+01:00", "2026-03-29T00:00:00+01:00")]
    [InlineData("2026-08-25", "2026-10-24T08:00:00+02:00", "2026-10-26T00:00:00+01:00")] // 25 October: 25 hours, a Sunday
    [InlineData("2026-08-24", "2026-10-24T08:00:00+02:00", "2026-10-25T00:00:00+02:00")]
    public void Deadline_OnADayOfAClockChange_KeepsTheClockOfParis(string received, string reminder, string miss)
    {
        ComplaintLife life = new ComplaintLife($"{received} 09:00").Receive().Deliver();
        DateOnly last = life.Complaint.Dates.RespondBy;
        life.AdvanceTo(last.AddDays(2).ToString("yyyy-MM-dd"));
        Assert.Equal(DateTimeOffset.Parse(reminder), life.Mails.Last(mail => mail.Kind == MailKind.ResponseReminder).At);
        DateTimeOffset missed = Assert.Single(life.Mails, mail => mail.Kind == MailKind.DeadlineMissed).At;
        Assert.Equal((DateTimeOffset.Parse(miss), DateTimeOffset.Parse(miss).Offset), (missed, missed.Offset));
    }

    [Fact]
    public void PaymentServices_RunUnderTheirOwnDelays()
    {
        ComplaintLife life = new ComplaintLife().Receive(regime: "payment-services").Deliver();
        Assert.Equal(Day("2026-03-19"), life.Complaint.Dates.RespondBy);
        life.AdvanceTo("2026-03-27 12:00");
        Assert.Equal(
            ["2026-03-09 08:00 anne", "2026-03-16 08:00 anne", "2026-03-16 08:00 manon", "2026-03-19 08:00 anne", "2026-03-19 08:00 manon",
                "2026-03-26 08:00 anne", "2026-03-26 08:00 manon"],
            life.Told(MailKind.ResponseReminder));
        Assert.Equal(["2026-03-20 00:00 manon"], life.Told(MailKind.DeadlineMissed));
        Assert.Equal("too-early-to-escalate", new ComplaintLife().Receive(regime: "payment-services").SleepUntil("2026-03-19 12:00").Try(
            new Escalate(Actor.Client, Paris("2026-03-19 12:00"), null)));
    }
}
