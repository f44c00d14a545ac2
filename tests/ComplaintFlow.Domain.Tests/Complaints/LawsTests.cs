using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using ComplaintFlow.Domain.Complaints;
using CsCheck;

namespace ComplaintFlow.Domain.Tests.Complaints;

/// <summary>What holds whatever people try and however much time passes.</summary>
public sealed class LawsTests
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly string[] WaysOutOfClosed = [nameof(Reopen), nameof(Escalate), nameof(Refer)];

    private static readonly Gen<(int Kind, Step[] Steps)> Lives = Gen.Select(Gen.Int[0, 3], RandomLife.Steps);

    [Fact]
    public void Closed_WithoutReopeningEscalationOrReferral_StaysClosed() => ForEachStep((life, step) =>
    {
        bool wasClosed = !life.Complaint.IsOpen;
        int lines = life.Journal.Count;
        life.SleepUntil(life.Now.AddMinutes(step.Minutes));
        Assert.True(!wasClosed || (!life.Complaint.IsOpen && life.Journal.Count == lines));
        wasClosed = !life.Complaint.IsOpen;
        life.Try(RandomLife.CommandOf(step, life));
        Assert.True(!wasClosed || !life.Complaint.IsOpen || WaysOutOfClosed.Contains(step.Act));
    });

    [Fact]
    public void Act_RefusedOrDoneBefore_ChangesNothing() => ForEachStep((life, step) =>
    {
        life.SleepUntil(life.Now.AddMinutes(step.Minutes));
        (Complaint before, int lines, int mails) = (life.Complaint, life.Journal.Count, life.Mails.Count);
        Command command = RandomLife.CommandOf(step, life);
        Decision decision = life.Decide(command);
        life.Try(command);
        Assert.Equal(decision is not Decision.Accepted, ReferenceEquals(before, life.Complaint));
        Assert.Equal(decision is Decision.Accepted accepted ? accepted.Entries.Count : 0, life.Journal.Count - lines);
        Assert.True(decision is Decision.Accepted || life.Mails.Count == mails);
    });

    [Fact]
    public void Journal_OfAnyLife_FoldsAtEveryPrefixAndCountsItsLines() => AfterEachLife(life =>
    {
        for (int length = 1; length <= life.Journal.Count; length++)
        {
            Assert.Equal(length, Evolution.Fold(life.Journal.Take(length))!.Version);
        }

        Assert.Equal(Enumerable.Range(1, life.Journal.Count), life.Journal.Select(line => line.Number));
        Assert.Equal(Json(life.Complaint), Json(Evolution.Fold(life.Journal)!));
    });

    [Fact]
    public void Facts_OfAnyLife_HoldNoWordOfThePrivateParts() => AfterEachLife(life =>
    {
        string facts = string.Concat(life.Journal.Select(line => JsonSerializer.Serialize(line.Fact, line.Fact.GetType(), Plain))) + Json(life.Complaint);
        foreach (string text in life.Journal.SelectMany(line => Texts(line.Private)))
        {
            Assert.DoesNotContain(text, facts, StringComparison.Ordinal);
        }
    });

    [Fact]
    public void Misses_AndNotices_OfAnyLife_ComeOnce() => AfterEachLife(life =>
    {
        Assert.Distinct(life.Facts<DeadlineMissed>());
        Assert.Distinct(life.Facts<Reminded>().Select(fact => (fact.Deadline, fact.On)));
        Assert.InRange(life.Facts<MediatorInformed>().Count(), 0, 1);
        Assert.InRange(life.Mails.Count(mail => mail.Kind == MailKind.Acknowledgement), 0, 1);
        Assert.Distinct(life.Facts<AnswerReleased>().Select(fact => fact.Draft));
        Assert.All(life.Complaint.Answers, answer => Assert.DoesNotContain(
            life.Facts<Drafted>(), draft => draft.Number == answer.Draft && life.Facts<Approved>().Any(fact => fact.Draft == answer.Draft && fact.Approver == draft.Author)));
    });

    [Fact]
    public void Acknowledgement_OfAnyLifeThatGoesOnUnanswered_IsGivenOrItsMissReportedOnce() => Lives.Sample(sample =>
    {
        ComplaintLife life = RandomLife.Start(sample.Kind);
        int given = life.Complaint.AcknowledgedOn is null ? 0 : 1;
        foreach (Step step in sample.Steps)
        {
            life.SleepUntil(life.Now.AddMinutes(step.Minutes));
        }

        bool passed = life.Today > life.Complaint.Dates.AcknowledgeBy;
        Assert.Equal(given == 0 && passed ? 1 : 0, life.Facts<DeadlineMissed>().Count(miss => miss.Deadline == DeadlineKind.Acknowledgement));
        Assert.Equal(life.Today > life.Complaint.Dates.RespondBy ? 1 : 0, life.Facts<DeadlineMissed>().Count(miss => miss.Deadline == DeadlineKind.Response));
        Assert.Equal(life.Today >= life.Complaint.Dates.MediatorFrom ? 1 : 0, life.Facts<MediatorInformed>().Count());
    }, iter: 150);

    [Fact]
    public void NextWakeUp_OfAnyLife_IsAfterNowAndBringsSomething() => ForEachStep((life, step) =>
    {
        life.SleepUntil(life.Now.AddMinutes(step.Minutes));
        life.Try(RandomLife.CommandOf(step, life));
        life.SleepUntil(life.Now);
        Assert.Empty(DueActs.Due(life.Complaint, life.Context, life.Now));
        if (life.NextWakeUp is { } wake)
        {
            Assert.True(wake > life.Now);
            Assert.Empty(DueActs.Due(life.Complaint, life.Context, wake.AddTicks(-1)));
            Assert.NotEmpty(DueActs.Due(life.Complaint, life.Context, wake));
        }
        else
        {
            Assert.Empty(DueActs.Due(life.Complaint, life.Context, life.Now.AddYears(2)));
        }
    });

    private static void ForEachStep(Action<ComplaintLife, Step> step) => Lives.Sample(sample =>
    {
        ComplaintLife life = RandomLife.Start(sample.Kind);
        foreach (Step next in sample.Steps)
        {
            step(life, next);
        }
    }, iter: 150);

    private static void AfterEachLife(Action<ComplaintLife> law) => Lives.Sample(sample =>
    {
        ComplaintLife life = RandomLife.Start(sample.Kind);
        foreach (Step next in sample.Steps)
        {
            life.SleepUntil(life.Now.AddMinutes(next.Minutes));
            life.Try(RandomLife.CommandOf(next, life));
        }

        law(life);
    }, iter: 150);

    private static string Json(Complaint complaint) => JsonSerializer.Serialize(complaint, Plain);

    /// <summary>Every text of a private part, down to the persons in it.</summary>
    private static IEnumerable<string> Texts(object? part) => part switch
    {
        null => [],
        string text => [text],
        _ => part.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.PropertyType == typeof(string) || property.PropertyType == typeof(Complainant) || property.PropertyType == typeof(Representative))
            .SelectMany(property => Texts(property.GetValue(part))),
    };
}
