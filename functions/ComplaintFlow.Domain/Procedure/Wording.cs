namespace ComplaintFlow.Domain.Procedure;

/// <summary>One text in the two languages that people read.</summary>
public sealed record Wording(string Fr, string En)
{
    public string In(Language language) => language == Language.English ? En : Fr;
}
