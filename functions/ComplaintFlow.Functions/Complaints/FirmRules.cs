using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Domain.Directory;
using ComplaintFlow.Domain.Procedure;
using ComplaintFlow.Functions.Configuration;

namespace ComplaintFlow.Functions.Complaints;

/// <summary>The firm's rules and people at an instant: what every decision, page and mail starts from.</summary>
public sealed class FirmRules(PublishedProcedure procedure, DirectoryStore directory, TimeProvider time)
{
    /// <summary>The current instant, with the firm's offset.</summary>
    public DateTimeOffset Now => CurrentProcedure(time.GetUtcNow()).CivilTime.InZone(time.GetUtcNow());

    /// <summary>The current civil date.</summary>
    public DateOnly Today => DateOnly.FromDateTime(Now.DateTime);

    /// <summary>The procedure in force now.</summary>
    public ProcedureVersion Procedure => CurrentProcedure(time.GetUtcNow());

    public PublishedProcedure AllVersions => procedure;

    public async ValueTask<StaffDirectory> DirectoryAsync(CancellationToken cancellationToken) =>
        (await directory.GetAsync(cancellationToken)).Directory;

    public async ValueTask<DecisionContext> ContextAsync(IReadOnlyList<JournalLine> journal, CancellationToken cancellationToken) =>
        new(Procedure, await DirectoryAsync(cancellationToken), journal);

    private ProcedureVersion CurrentProcedure(DateTimeOffset now) => procedure.InForceAt(now);
}
