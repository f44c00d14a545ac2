namespace ComplaintFlow.Functions.Http;

/// <summary>What an application key may do.</summary>
[Flags]
public enum KeyScopes
{
    None = 0,
    Intake = 1,
    Read = 2,
    Act = 4,
    Approve = 8,
    Admin = 16,
    All = Intake | Read | Act | Approve | Admin,
}

/// <summary>A named key of a machine, sent as <c>x-functions-key</c> or <c>?code=</c>.</summary>
public sealed record ApplicationKey(string Name, string Secret, KeyScopes Scopes)
{
    public bool May(KeyScopes scope) => (Scopes & scope) == scope;
}
