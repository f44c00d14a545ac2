namespace ComplaintFlow.Scenarios.App;

/// <summary>The people of the sample directory.</summary>
public static class Staff
{
    public const string DefaultHandler = "conseil1@courtier.example";
    public const string OtherHandler = "conseil2@courtier.example";
    public const string ThirdHandler = "conseil3@courtier.example";
    public const string Manager = "reclamations@courtier.example";
    public const string Director = "direction@courtier.example";

    /// <summary>The client C-1001, whose usual contact is <see cref="OtherHandler"/>.</summary>
    public const string Client = "client1001@example.fr";
}
