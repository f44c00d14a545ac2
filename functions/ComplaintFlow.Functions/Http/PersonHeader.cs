namespace ComplaintFlow.Functions.Http;

/// <summary>The header in which a machine says which person of the directory acts.</summary>
public static class PersonHeader
{
    public const string Name = "x-staff-email";
}
