using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Functions.Complaints;
using ComplaintFlow.Functions.Http;
using ComplaintFlow.Functions.Intake;
using Microsoft.DurableTask.Client;

namespace ComplaintFlow.Functions.Acts;

/// <summary>Adds documents to a complaint, from staff or from the client.</summary>
public sealed class AttachFiles(ComplaintStore store, FirmRules firm, IncomingFiles files, PerformAct perform)
{
    /// <summary>Any document, to ask the domain whether one may be added at all.</summary>
    internal static Attach AnyDocument(Actor by, DateTimeOffset at) => new(by, at, "probe", "probe", "text/plain", 1, "");

    /// <summary>The outcome of the last file, or null when the files themselves are wrong (the errors say how).</summary>
    public async Task<HandlingOutcome?> RunAsync(
        DurableTaskClient client, Reference reference, IList<UploadedFile> uploads, Actor by, FieldErrors errors, CancellationToken cancellationToken)
    {
        IncomingFiles.Check(uploads, errors);
        if (uploads.Count == 0)
        {
            errors.Add("file", "Choisissez un fichier.", "Choose a file.");
        }

        if (errors.Any)
        {
            return null;
        }

        if (await RefusalOfAsync(reference, by, cancellationToken) is { } refused)
        {
            return refused;
        }

        HandlingOutcome outcome = new HandlingOutcome.NotFound();
        foreach (Func<DateTimeOffset, Attach> command in await files.KeepAsync(reference, uploads, by, cancellationToken))
        {
            outcome = await perform.RunAsync(client, reference, (_, at) => command(at), null, cancellationToken);
            if (outcome is not (HandlingOutcome.Done or HandlingOutcome.AlreadyDone))
            {
                break;
            }
        }

        return outcome;
    }

    /// <summary>Asks before anything is kept whether a document may be added at all.</summary>
    private async Task<HandlingOutcome?> RefusalOfAsync(Reference reference, Actor by, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(reference, cancellationToken) is not { } stored)
        {
            return new HandlingOutcome.NotFound();
        }

        DecisionContext context = await firm.ContextAsync(stored.Journal, cancellationToken);
        return ComplaintDecider.Decide(stored.Complaint, AnyDocument(by, firm.Now), context) is Decision.Refused refused
            ? new HandlingOutcome.Refused(refused.Refusal, stored)
            : null;
    }
}
