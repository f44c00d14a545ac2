using ComplaintFlow.Domain.Procedure;
using ComplaintFlow.Functions.Configuration.Reading;

namespace ComplaintFlow.Functions.Configuration.Published;

internal static class ApprovalReader
{
    public const string Right = "an object such as { \"by\": \"manager\" }";

    public static Approval Read(JsonObjectReader approval)
    {
        int before = approval.Faults.Found.Count;
        ApproverRole by = approval.Required("by", ProcedureForms.Approver, ApproverRole.Manager);
        string? reason = approval.Optional<string?>("reason", Forms.Text!, null);
        if (by == ApproverRole.None && reason is null && approval.Faults.Found.Count == before)
        {
            approval.Faults.Add(
                approval.PathOf("reason"),
                "missing; an answer that nobody approves needs a reason, write the one that the journal and the published page carry");
        }

        return new Approval(by, reason);
    }
}
