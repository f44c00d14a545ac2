using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Domain.Directory;
using ComplaintFlow.Functions.Complaints;
using Microsoft.AspNetCore.Http;

namespace ComplaintFlow.Functions.Http;

/// <summary>What every machine door asks first: a key, its scope, and for acts the person.</summary>
public sealed class MachineDoor(Callers callers, FirmRules firm, Problems problems)
{
    /// <summary>The answer that turns the caller away, or null when a key with that scope was given.</summary>
    public Reply? Refuse(HttpRequest request, KeyScopes scope)
    {
        Caller caller = callers.Identify(request);
        return caller.Key is not { } key ? problems.NoKey(request)
            : key.May(scope) ? null
            : problems.KeyMayNot(request, scope);
    }

    /// <summary>The person who acts through the key, or the answer that says what is missing.</summary>
    public async Task<(Actor? Actor, Reply? Refusal)> ReadActorAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        string email = request.Headers[PersonHeader.Name].ToString().Trim();
        if (email.Length == 0)
        {
            FieldErrors errors = new(request.LanguageOf());
            errors.Add(PersonHeader.Name, "L’en-tête doit dire qui agit : une adresse de l’annuaire.", "The header must say who acts: an address of the directory.");
            return (null, problems.BadFields(request, errors));
        }

        StaffMember? member = (await firm.DirectoryAsync(cancellationToken)).Find(email);
        return member is null
            ? (null, problems.Refused(request, Refusals.NotStaff))
            : (Actor.Staff(member.Email, callers.Identify(request).Key?.Name), null);
    }
}
