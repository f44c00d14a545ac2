namespace ComplaintFlow.Domain.Procedure;

/// <summary>One text in the two languages that people read.</summary>
public sealed record Wording(string Fr, string En)
{
    public string In(Language language) => language == Language.English ? En : Fr;
}

/// <summary>The languages of the client's mails and pages; <c>fr</c> and <c>en</c> on the wire.</summary>
public enum Language
{
    French,
    English,
}
