namespace ComplaintFlow.Domain.Procedure;

/// <summary>Who must approve an answer before it leaves the firm.</summary>
public enum ApproverRole
{
    /// <summary>Nobody: submitting releases. The reason is published and journalled.</summary>
    None,
    Manager,
    Director,
}
