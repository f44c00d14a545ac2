using System.Diagnostics;
using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Functions.Complaints;
using ComplaintFlow.Functions.Orchestration;
using ComplaintFlow.Functions.Telemetry;
using Microsoft.DurableTask.Client;

namespace ComplaintFlow.Functions.Intake.Email;

/// <summary>
/// Takes a mail in, whoever brings it: stores it raw, lets it claim its reference, judges and files it, notes what became of
/// it. Bringing one again, after a crash at any point, ends in the same place once.
/// </summary>
public sealed class EmailIntake(
    RawMails raws,
    MailClaims claims,
    MailOwner owner,
    MailBounces bounces,
    SenderRate rate,
    IncomingFiles files,
    SetAside setAside,
    ComplaintHandling handling,
    FirmRules firm,
    Nudge nudge,
    ComplaintMetrics metrics)
{
    /// <param name="raw">The message as it came.</param>
    /// <param name="receivedAt">When it reached the firm.</param>
    /// <param name="key">The application key by which it was brought; null for a mailbox that was read.</param>
    public async Task<MailOutcome> TakeAsync(
        DurableTaskClient client, byte[] raw, DateTimeOffset receivedAt, string? key, CancellationToken cancellationToken)
    {
        using Activity? span = Spans.Part(SpanNames.Intake);
        WaitingRawMail waiting = await raws.KeepAsync(raw, receivedAt, cancellationToken);
        using MemoryStream stream = new(raw, writable: false);
        IncomingMail mail = Read(stream, waiting.ReceivedAt);
        Reference proposed = handling.NewReference();
        Reference claim = await claims.ClaimAsync(mail, proposed, firm.Now, cancellationToken);
        MailOutcome? before = await claims.FindAsync(claim, cancellationToken)
            ?? (claim != proposed && await claims.IsForgottenAsync(mail, waiting, firm.Now, cancellationToken) ? new MailOutcome(MailFiling.Duplicate, null) : null);
        MailOutcome outcome = before is not null
            ? before with { Outcome = MailFiling.Duplicate }
            : await FileAsync(new Arrival(client, claim, mail, raw, new Actor(ActorKind.Client, null, key)), cancellationToken);
        if (before is null)
        {
            await claims.SettleAsync(claim, outcome, firm.Today, cancellationToken);
            metrics.TookIn(WireName.Of(outcome.Outcome), firm.Now - waiting.ReceivedAt);
        }

        span?.SetTag(Tags.Outcome, WireName.Of(outcome.Outcome));
        await raws.ReleaseAsync(waiting, cancellationToken);
        return outcome;
    }

    /// <summary>
    /// Parks a mail that could not be taken in as others are, without judging it. Where it was taken under way before, it is
    /// parked under the same reference.
    /// </summary>
    /// <param name="raw">The message, or its beginning where <paramref name="whereWhole"/> says where the rest is.</param>
    /// <param name="parking">Why.</param>
    /// <param name="whereWhole">French, for whoever looks at it; null when the message is whole.</param>
    public async Task<MailOutcome> ParkAsync(
        DurableTaskClient client, byte[] raw, DateTimeOffset receivedAt, Parking parking, string? whereWhole, CancellationToken cancellationToken)
    {
        using MemoryStream stream = new(raw, writable: false);
        IncomingMail mail = Read(stream, receivedAt);
        Reference claim = await claims.ClaimAsync(mail, handling.NewReference(), firm.Now, cancellationToken);
        MailOutcome? before = await claims.FindAsync(claim, cancellationToken);
        MailOutcome outcome = before is not null
            ? before with { Outcome = MailFiling.Duplicate }
            : await ParkAsync(new Arrival(client, claim, mail, raw, new Actor(ActorKind.Client, null)), parking, whereWhole, cancellationToken);
        if (before is null)
        {
            await claims.SettleAsync(claim, outcome, firm.Today, cancellationToken);
            metrics.TookIn(WireName.Of(outcome.Outcome), firm.Now - mail.ReceivedAt);
        }

        await raws.ReleaseAsync(new WaitingRawMail(mail.ContentHash, mail.ReceivedAt), cancellationToken);
        return outcome;
    }

    private IncomingMail Read(Stream raw, DateTimeOffset receivedAt) => new MailReader(origin => OurMail.Is(origin, firm.Procedure.Firm)).Read(raw, receivedAt);

    private async Task<MailOutcome> FileAsync(Arrival arrival, CancellationToken cancellationToken)
    {
        if (await bounces.MatchAsync(arrival.Client, arrival.Mail, cancellationToken) is { } bounce)
        {
            return bounce;
        }

        if (await ParkingOfAsync(arrival.Mail, cancellationToken) is { } parking)
        {
            return await ParkAsync(arrival, parking, null, cancellationToken);
        }

        NamedComplaint? named = await owner.FindAsync(arrival.Mail, cancellationToken);
        return named is { IsClients: true, Complaint.Complaint.IsOpen: true } && await AttachAsync(arrival, named.Complaint, cancellationToken) is { } attached
            ? attached
            : await OpenAsync(arrival, named, cancellationToken);
    }

    private async Task<Parking?> ParkingOfAsync(IncomingMail mail, CancellationToken cancellationToken)
    {
        if (mail.Unreadable is { } unreadable)
        {
            return new Parking(ParkingReason.Unreadable, WireName.Of(unreadable));
        }

        if (mail.Automatic is { } automatic)
        {
            return new Parking(
                automatic.Kind == Verdicts.AutomaticKind.Ours ? ParkingReason.Ours
                : automatic.Kind == Verdicts.AutomaticKind.DeliveryReport ? ParkingReason.Bounce
                : ParkingReason.Automatic,
                automatic.Evidence);
        }

        return mail.Sender is not { Author: { } author, AnswerTo: not null } ? new Parking(ParkingReason.NoSender)
            : (await firm.DirectoryAsync(cancellationToken)).Find(author.Address) is not null ? new Parking(ParkingReason.Staff, author.Address)
            : await TooManyOfAsync(mail.Sender, cancellationToken) is { } address ? new Parking(ParkingReason.TooMany, address)
            : null;
    }

    /// <summary>
    /// The address that has had its share. Who wrote counts, and who is answered: else whoever writes under a new name each
    /// time could have us write to one person without end. A form that sends for others is nobody.
    /// </summary>
    private async Task<string?> TooManyOfAsync(MailSender sender, CancellationToken cancellationToken)
    {
        MailParty?[] parties = [Verdicts.AutomaticMails.IsRelayed(sender) ? null : sender.Author, sender.AnswerTo];
        foreach (MailParty party in parties.OfType<MailParty>().DistinctBy(party => party.Key))
        {
            if (await rate.IsTooManyAsync(party, firm.Now, cancellationToken))
            {
                return party.Address;
            }
        }

        return null;
    }

    private async Task<MailOutcome> ParkAsync(Arrival arrival, Parking parking, string? whereWhole, CancellationToken cancellationToken)
    {
        Receive complaint = MailComplaint.Of(arrival.Mail, arrival.By, firm.Procedure);
        MailFiles documents = whereWhole is null ? MailFiles.Of(arrival.Mail, arrival.Raw) : MailFiles.OfBeginning(arrival.Raw);
        IReadOnlyList<Func<DateTimeOffset, Attach>> attachments = await files.KeepAsync(arrival.Claim, documents.Kept, arrival.By, cancellationToken);
        string note = string.Join('\n', new[] { whereWhole, MailNotes.Of(arrival.Mail, documents, null) }.OfType<string>());
        await setAside.KeepAsync(
            arrival.Claim,
            complaint,
            [.. attachments.Select(attachment => attachment(complaint.At))],
            cancellationToken,
            parking,
            note.Length == 0 ? null : note);
        string reason = WireName.Of(parking.Reason);
        return new MailOutcome(MailFiling.Parked, arrival.Claim.Value, parking.Evidence.Length == 0 ? reason : $"{reason}: {parking.Evidence}");
    }

    /// <summary>The message and its documents in one batch, known by the mail's own file; null when the complaint takes none any more.</summary>
    private async Task<MailOutcome?> AttachAsync(Arrival arrival, StoredComplaint stored, CancellationToken cancellationToken)
    {
        Reference reference = stored.Reference;
        MailFiles documents = MailFiles.Of(arrival.Mail, arrival.Raw);
        IReadOnlyList<Func<DateTimeOffset, Attach>> attachments = await files.KeepAsync(reference, documents.Kept, arrival.By, cancellationToken);
        string words = MailComplaint.WordsOf(arrival.Mail, stored.Complaint.Language);
        MailFrame frame = MailComplaint.FrameOf(arrival.Mail);
        string? note = MailNotes.Of(arrival.Mail, documents, null);
        HandlingOutcome outcome = await handling.HandleTogetherAsync(
            reference,
            at =>
            [
                attachments[0](at),
                new Message(arrival.By, at, words, frame),
                .. attachments.Skip(1).Select(attachment => attachment(at)),
                .. note is null ? Array.Empty<Command>() : [new Note(Actor.System, at, note)],
            ],
            cancellationToken);
        if (outcome is not (HandlingOutcome.Done or HandlingOutcome.AlreadyDone))
        {
            return null;
        }

        await nudge.SendAsync(arrival.Client, reference, cancellationToken);
        return new MailOutcome(MailFiling.Attached, reference.Value);
    }

    private async Task<MailOutcome> OpenAsync(Arrival arrival, NamedComplaint? named, CancellationToken cancellationToken)
    {
        Receive complaint = MailComplaint.Of(arrival.Mail, arrival.By, firm.Procedure);
        MailFiles documents = MailFiles.Of(arrival.Mail, arrival.Raw);
        IReadOnlyList<Func<DateTimeOffset, Attach>> attachments = await files.KeepAsync(arrival.Claim, documents.Kept, arrival.By, cancellationToken);
        string? note = MailNotes.Of(arrival.Mail, documents, named);
        HandlingOutcome outcome = await handling.ReceiveAsync(
            arrival.Claim,
            at => complaint with { At = at },
            [.. attachments, .. note is null ? Array.Empty<Func<DateTimeOffset, Command>>() : [at => new Note(Actor.System, at, note)]],
            cancellationToken);
        if (outcome is HandlingOutcome.Refused refused)
        {
            throw new InvalidOperationException($"A mail could not be opened as a complaint: {refused.Refusal.Code}.");
        }

        await nudge.EnsureStartedAsync(arrival.Client, arrival.Claim, cancellationToken);
        return new MailOutcome(
            MailFiling.Opened,
            arrival.Claim.Value,
            named is null ? null : $"{(named.IsMadeUp ? "made-up-address" : named.IsClients ? "closed" : "other-sender")}: {named.Complaint.Reference}");
    }

    private sealed record Arrival(DurableTaskClient Client, Reference Claim, IncomingMail Mail, byte[] Raw, Actor By);
}
