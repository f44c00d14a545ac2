using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Domain.Procedure;
using ComplaintFlow.Functions.Complaints;
using ComplaintFlow.Functions.Http;

namespace ComplaintFlow.Functions.Acts;

/// <summary>
/// What a person may do now on a complaint: each act is put to the domain with plausible fields, and offered unless the
/// domain would refuse it or call it done. So a page never offers what the domain refuses, nor hides what it allows.
/// </summary>
public sealed class AllowedActs(ActReader reader, FirmRules firm)
{
    /// <summary>The act that is not in the contract's table: a document.</summary>
    public const string Attachment = "attachment";

    private const string AnotherReference = "R26-2222-222B";

    public async Task<IReadOnlySet<string>> ForAsync(StoredComplaint stored, Actor actor, CancellationToken cancellationToken)
    {
        DecisionContext context = await firm.ContextAsync(stored.Journal, cancellationToken);
        Dictionary<string, string> values = PlausibleFields(stored, context);
        HashSet<string> allowed = [];
        foreach (string action in ActReader.Actions)
        {
            FieldErrors errors = new(Language.French);
            MakeCommand? command = reader.Read(action, new Fields(values, errors), actor);
            if (command is not null && !errors.Any && IsOpen(stored, command(stored, firm.Now), context))
            {
                allowed.Add(action);
            }
        }

        if (IsOpen(stored, AttachFiles.AnyDocument(actor, firm.Now), context))
        {
            allowed.Add(Attachment);
        }

        return allowed;
    }

    private static bool IsOpen(StoredComplaint stored, Command command, DecisionContext context) =>
        ComplaintDecider.Decide(stored.Complaint, command, context) is Decision.Accepted or Decision.Refused { Refusal.Kind: RefusalKind.Invalid };

    private Dictionary<string, string> PlausibleFields(StoredComplaint stored, DecisionContext context)
    {
        string today = firm.Today.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        return new Dictionary<string, string>
        {
            ["text"] = "…",
            ["reason"] = "…",
            ["comment"] = "…",
            ["summary"] = "…",
            ["contract"] = "…",
            ["channel"] = stored.Complaint.ClientHasEmail ? "email" : "letter",
            ["by"] = "email",
            ["on"] = today,
            ["until"] = "2199-12-31",
            ["outcome"] = "accepted",
            ["into"] = AnotherReference,
            ["to"] = context.Directory.Staff.FirstOrDefault(member =>
                member.Email != stored.Complaint.Handler && (stored.Complaint.Level == 1 || member.Email != stored.Complaint.LevelOneHandler))?.Email ?? "",
            ["procedure"] = context.Procedure.Regimes.FirstOrDefault(regime => regime.Name != stored.Complaint.Terms.Regime)?.Name ?? "",
            ["effect"] = stored.Effects.LastOrDefault(effect => effect.Status == EffectStatus.Failed)?.Id.ToString() ?? "",
        };
    }
}
