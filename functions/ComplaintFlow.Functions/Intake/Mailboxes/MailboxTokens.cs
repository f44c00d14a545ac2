using System.Collections.Concurrent;
using Azure.Core;
using Azure.Identity;

namespace ComplaintFlow.Functions.Intake.Mailboxes;

/// <summary>Makes what gets the tokens of a mailbox; a test brings its own.</summary>
public delegate TokenCredential MailboxCredential(Mailbox mailbox);

/// <summary>The tokens by which mailboxes are opened (XOAUTH2). A credential is kept, because it keeps its token until that expires.</summary>
public sealed class MailboxTokens(MailboxCredential credential)
{
    private readonly ConcurrentDictionary<string, TokenCredential> _credentials = new(StringComparer.Ordinal);

    /// <summary>The identities of Microsoft Entra.</summary>
    public static TokenCredential OfEntra(Mailbox mailbox) => mailbox.SignIn == MailboxSignIn.ClientSecret
        ? new ClientSecretCredential(mailbox.Tenant, mailbox.ClientId, mailbox.ClientSecret)
        : new DefaultAzureCredential(new DefaultAzureCredentialOptions
        {
            ManagedIdentityClientId = string.IsNullOrEmpty(mailbox.ClientId) ? null : mailbox.ClientId,
        });

    /// <exception cref="AuthenticationFailedException">There is none to be had.</exception>
    public async Task<string> GetAsync(Mailbox mailbox, CancellationToken cancellationToken)
    {
        TokenCredential known = _credentials.GetOrAdd(mailbox.Name, _ => credential(mailbox));
        return (await known.GetTokenAsync(new TokenRequestContext([mailbox.Scope]), cancellationToken)).Token;
    }
}
