namespace ComplaintFlow.Domain.Procedure;

/// <summary>The languages of the client's mails and pages; <c>fr</c> and <c>en</c> on the wire.</summary>
public enum Language
{
    French,
    English,
}
