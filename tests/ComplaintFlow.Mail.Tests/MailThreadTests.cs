using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Functions.Complaints;
using ComplaintFlow.Functions.Mail;
using CsCheck;

namespace ComplaintFlow.Mail.Tests;

/// <summary>What a mail follows hangs on what was known when it was put in the outbox, and on nothing that comes later.</summary>
public sealed class MailThreadTests
{
    private static readonly DateTimeOffset Start = Samples.At(2026, 3, 2);

    [Fact]
    public void Thread_WhateverBecomesOfTheOtherMailsLater_StaysTheSame() =>
        Gen.Select(Gen.Int[1, 12], Gen.Enum<EffectStatus>().Array[12], Gen.Bool.Array[12]).Sample((count, fates, given) =>
        {
            Effect[] effects = [.. Enumerable.Range(1, count).Select(EffectOf)];
            Effect last = EffectOf(count + 1);
            Effect[] later =
            [
                .. effects.Select((effect, i) => effect with
                {
                    Status = fates[i],
                    At = last.CreatedAt.AddMinutes(i),
                    GivenId = given[i] ? new GivenMessageId($"{i}@service.example", last.CreatedAt.AddMinutes(i)) : null,
                }),
            ];
            Assert.Equal(Before(effects, last), Before([.. later, last, EffectOf(count + 2)], last));
        });

    [Fact]
    public void Thread_OfManyMails_IsTheFirstAndTheLastOnes()
    {
        Effect[] effects = [.. Enumerable.Range(1, 60).Select(EffectOf)];
        string[] ids = [.. effects.Select(effect => $"{effect.Id:D}@courtier.example")];

        Assert.Equal([ids[0], .. ids[^19..]], Before(effects, EffectOf(61)));
    }

    [Fact]
    public void Thread_NamesTheIdThatWasKnownByThen_AndNoMailThatHadFailed()
    {
        Effect[] effects =
        [
            EffectOf(1) with { GivenId = new GivenMessageId("given@service.example", Start.AddHours(1.5)) },
            EffectOf(2) with { Status = EffectStatus.Failed, At = Start.AddHours(2.5) },
            EffectOf(3) with { To = Recipient.Staff(Samples.Handler) },
        ];

        Assert.Equal(["given@service.example"], Before(effects, EffectOf(4)));
        Assert.Empty(Before(effects, EffectOf(4) with { To = Recipient.Staff(Samples.Manager) }));
        Assert.Single(Before(effects, EffectOf(4) with { To = Recipient.Staff(Samples.Handler.ToUpperInvariant()) }));
    }

    [Fact]
    public void Thread_AfterAChangeOfTheFirmsAddress_NamesOldMailsByTheOldOne()
    {
        IReadOnlyList<string> thread = MailThread.Before(
            StoredOf([EffectOf(1), EffectOf(2)]), EffectOf(3), at => at < Start.AddHours(2) ? "a@ancien.example" : "a@courtier.example");

        Assert.Equal(["ancien.example", "courtier.example"], thread.Select(id => id.Split('@')[1]));
    }

    private static IReadOnlyList<string> Before(Effect[] effects, Effect effect) => MailThread.Before(StoredOf(effects), effect, _ => "reclamation@courtier.example");

    private static StoredComplaint StoredOf(Effect[] effects)
    {
        MailMaterial life = Life.Answered().ToClient(MailKind.Answer);
        return new StoredComplaint(Reference.Make(2026, new byte[Reference.Entropy]), life.Complaint, life.Journal, effects, null, "", null);
    }

    /// <summary>A mail to the client of that line, an hour after that of the line before.</summary>
    private static Effect EffectOf(int line) => new()
    {
        Id = new Guid(line, 7, 7, [1, 2, 3, 4, 5, 6, 7, 8]),
        Kind = MailKind.Progress,
        To = Recipient.Client,
        Line = line,
        Status = EffectStatus.Sent,
        At = Start.AddHours(line),
        CreatedAt = Start.AddHours(line),
    };
}
