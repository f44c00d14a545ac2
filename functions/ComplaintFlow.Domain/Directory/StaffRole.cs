namespace ComplaintFlow.Domain.Directory;

/// <summary>What a person of the firm may do; on the wire <c>handler</c>, <c>manager</c>, <c>director</c>.</summary>
public enum StaffRole
{
    /// <summary>Interlocuteur habituel: treats complaints at level 1.</summary>
    Handler,

    /// <summary>Responsable du traitement des réclamations: level 2, approvals, missed deadlines.</summary>
    Manager,

    Director,
}
