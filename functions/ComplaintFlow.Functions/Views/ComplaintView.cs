using System.Globalization;
using System.Text.Json.Nodes;
using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Functions.Complaints;
using ComplaintFlow.Functions.Links;

namespace ComplaintFlow.Functions.Views;

/// <summary>A complaint as machines read it (<c>GET /api/complaints/{reference}</c>).</summary>
public sealed class ComplaintView(FirmRules firm, LinkWriter links)
{
    /// <summary>The answer to a new complaint: what was known when it was opened, so that a repeated post answers the same.</summary>
    public NewComplaint Opened(StoredComplaint stored)
    {
        Complaint opened = Evolution.Evolve(null, stored.Journal[0]);
        return new NewComplaint(
            stored.Reference.Value,
            opened.Status,
            opened.Level,
            opened.ReceivedOn,
            opened.Dates.AcknowledgeBy,
            opened.Dates.RespondBy,
            opened.Dates.MediatorFrom,
            opened.Dates.MediatorUntil,
            links.ClientPage(stored.Reference, opened, opened.EnteredAt));
    }

    /// <summary>The whole complaint.</summary>
    /// <param name="alreadyDone">The answer to an act that had been done before: nothing has changed.</param>
    public object Of(StoredComplaint stored, bool alreadyDone = false)
    {
        Complaint c = stored.Complaint;
        Dossier dossier = stored.Dossier;
        MediatorOpening? opening = c.OpeningOn(firm.Today);
        return new
        {
            reference = stored.Reference.Value,
            status = c.Status,
            level = c.Level,
            channel = c.Channel,
            language = Http.RequestLanguage.CodeOf(c.Language),
            product = c.Product,
            contract = dossier.Contract,
            subject = dossier.Subject,
            description = dossier.Description,
            complainant = dossier.Complainant,
            representative = dossier.Representative,
            handler = c.Handler,
            receivedOn = c.ReceivedOn,
            sentOn = c.SentOn,
            writtenOn = c.WrittenOn,
            enteredOn = c.EnteredOn,
            deadlines = DeadlinesOf(c),
            mediatorOpen = opening is null ? null : new { since = opening.Since, ground = opening.Ground },
            acknowledgement = c.AcknowledgedAt is { } at ? new { sentAt = SentAt(c, at), provenAt = c.AcknowledgementProvenAt <= firm.Now ? c.AcknowledgementProvenAt : null } : null,
            answeredOn = c.Answers.Count == 0 ? (DateOnly?)null : c.Answers[^1].On,
            closedOn = c.ClosedOn,
            closure = c.Closure,
            referredOn = c.ReferredOn,
            courtActionOn = c.CourtActionOn,
            onHold = c.OnHold,
            classification = c.Classification,
            draft = c.Draft is not { } draft ? null : new
            {
                number = draft.Number,
                author = draft.Author,
                channel = draft.Channel,
                text = dossier.DraftTexts.GetValueOrDefault(draft.Number),
                state = draft.State,
            },
            procedure = c.Terms.Regime,
            version = c.Version,
            alreadyDone = alreadyDone ? true : (bool?)null,
            journal = stored.Journal.Select(LineOf),
            effects = stored.Effects.OrderBy(effect => effect.Line).ThenBy(effect => effect.Kind).Select(effect => new
            {
                id = effect.Id,
                kind = effect.Kind,
                to = AddressOf(effect, dossier),
                status = effect.Status,
                at = effect.At,
                attempts = effect.Attempts,
                error = effect.Error,
            }),
            attachments = c.Attachments.Select(attachment => new
            {
                id = attachment.Id,
                fileName = dossier.FileNames.GetValueOrDefault(attachment.Id),
                contentType = attachment.ContentType,
                size = attachment.Size,
                sha256 = attachment.Sha256,
            }),
        };
    }

    /// <summary>A complaint as lists show it.</summary>
    public static object ItemOf(StoredComplaint stored)
    {
        Complaint c = stored.Complaint;
        return new
        {
            reference = stored.Reference.Value,
            status = c.Status,
            level = c.Level,
            channel = c.Channel,
            product = c.Product,
            subject = stored.Dossier.Subject,
            complainant = stored.Dossier.Complainant is { } person ? new { name = person.Name, clientNumber = person.ClientNumber } : null,
            handler = c.Handler,
            receivedOn = c.ReceivedOn,
            deadlines = DeadlinesOf(c),
            nextDeadline = ListedComplaint.NextDeadlineOf(c),
            answeredOn = c.Answers.Count == 0 ? (DateOnly?)null : c.Answers[^1].On,
            closedOn = c.ClosedOn,
            closure = c.Closure,
            version = c.Version,
        };
    }

    /// <summary>Where a mail went, or would go.</summary>
    public static string? AddressOf(Effect effect, Dossier dossier) => effect.Address ?? effect.To.StaffEmail ?? dossier.Email;

    private static object DeadlinesOf(Complaint c) => new
    {
        acknowledgeBy = c.Dates.AcknowledgeBy,
        respondBy = c.Dates.RespondBy,
        extendedTo = c.ExtendedTo,
        level2By = c.Level2By,
        mediatorFrom = c.Dates.MediatorFrom,
        mediatorUntil = c.Dates.MediatorUntil,
    };

    /// <summary>The instant it left; for one recorded later than it left, the first instant of its day.</summary>
    private DateTimeOffset SentAt(Complaint c, DateTimeOffset recordedAt) =>
        c.AcknowledgedOn is { } on && on != DateOnly.FromDateTime(recordedAt.DateTime) ? firm.Procedure.CivilTime.StartOf(on) : recordedAt;

    /// <summary>A line of the journal: its frame, then the fact, then the words.</summary>
    private static JsonObject LineOf(JournalLine line)
    {
        JsonObject json = new()
        {
            ["number"] = line.Number,
            ["at"] = line.At.ToString("O", CultureInfo.InvariantCulture),
            ["actor"] = line.Actor.Name,
        };
        if (line.Actor.Key is { } key)
        {
            json["key"] = key;
        }

        json["type"] = FactNames.Of(line.Fact);
        Add(json, JournalJson.Write(line.Fact));
        if (line.Private is { } part)
        {
            Add(json, JournalJson.Write(part));
        }

        return json;
    }

    private static void Add(JsonObject line, string json)
    {
        foreach ((string name, JsonNode? value) in JsonNode.Parse(json)!.AsObject())
        {
            // A draft's own number would hide the line's.
            line[name == "number" ? "draft" : name] = value?.DeepClone();
        }
    }
}
