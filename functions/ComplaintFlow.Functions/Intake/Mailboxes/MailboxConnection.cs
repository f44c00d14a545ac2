using System.Text;
using MailKit;
using MailKit.Net.Imap;
using MailKit.Search;
using MailKit.Security;

namespace ComplaintFlow.Functions.Intake.Mailboxes;

/// <summary>
/// One IMAP conversation with one mailbox: its messages, oldest first, and the two folders they go to. Nothing is kept from
/// one conversation to the next: a UID means something as long as this one lasts and no longer, so that a server may number
/// its messages anew whenever it likes.
/// </summary>
internal sealed class MailboxConnection : IAsyncDisposable
{
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(5);
    private readonly ImapClient _client;
    private readonly IMailFolder _done;
    private readonly IMailFolder _check;

    private MailboxConnection(ImapClient client, IMailFolder source, IMailFolder done, IMailFolder check)
    {
        _client = client;
        Source = source;
        _done = done;
        _check = check;
        Validity = source.UidValidity;
    }

    public IMailFolder Source { get; }

    /// <summary>The UIDVALIDITY for which the UIDs of this conversation hold.</summary>
    public uint Validity { get; }

    /// <summary>Connects, signs in, opens the folder and makes those that are missing.</summary>
    /// <exception cref="Exception">Whatever <see cref="MailboxFaults"/> can say.</exception>
    public static async Task<MailboxConnection> OpenAsync(Mailbox mailbox, MailboxTokens tokens, CancellationToken cancellationToken)
    {
        ImapClient client = new();
        try
        {
            if (mailbox.Trusted is { } trusted)
            {
                client.ServerCertificateValidationCallback = (_, certificate, chain, errors) => trusted.Accept(certificate, chain, errors);
            }

            await client.ConnectAsync(mailbox.Host, mailbox.Port, SecurityOf(mailbox.Tls), cancellationToken);
            await SignInAsync(client, mailbox, tokens, cancellationToken);
            if (client.Capabilities.HasFlag(ImapCapabilities.UTF8Accept))
            {
                await client.EnableUTF8Async(cancellationToken);
            }

            MailboxFolders folders = new(client);
            IMailFolder source = await folders.FindAsync(mailbox.Folder, cancellationToken);
            IMailFolder done = await folders.EnsureAsync(mailbox.DoneFolder, cancellationToken);
            IMailFolder check = await folders.EnsureAsync(mailbox.CheckFolder, cancellationToken);
            await source.OpenAsync(FolderAccess.ReadWrite, cancellationToken);
            return new MailboxConnection(client, source, done, check);
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }

    /// <summary>The UIDs of all messages that nobody has deleted, the one that came first at the front.</summary>
    public async Task<IReadOnlyList<UniqueId>> FindAsync(CancellationToken cancellationToken) =>
        [.. (await Source.SearchAsync(SearchQuery.NotDeleted, cancellationToken)).Order()];

    /// <summary>Size and arrival of messages; one that has gone in the meantime is left out.</summary>
    public async Task<IReadOnlyDictionary<UniqueId, IMessageSummary>> LookAsync(IList<UniqueId> messages, CancellationToken cancellationToken)
    {
        FetchRequest request = new(MessageSummaryItems.UniqueId | MessageSummaryItems.Size | MessageSummaryItems.InternalDate);
        return (await Source.FetchAsync(messages, request, cancellationToken)).DistinctBy(summary => summary.UniqueId).ToDictionary(summary => summary.UniqueId);
    }

    /// <summary>The first bytes of a message, which stays unread: as many as it has, at most <paramref name="most"/>.</summary>
    /// <exception cref="MessageNotFoundException">It has gone in the meantime.</exception>
    public static async Task<byte[]> ReadAsync(IMailFolder folder, UniqueId message, int most, CancellationToken cancellationToken)
    {
        await using Stream stream = await folder.GetStreamAsync(message, 0, most, cancellationToken);
        byte[] bytes = GC.AllocateUninitializedArray<byte>((int)Math.Min(stream.Length, most));
        await stream.ReadExactlyAsync(bytes, cancellationToken);
        return bytes;
    }

    /// <summary>
    /// Moves a message out of the folder. Where the server cannot move, it is copied, marked as deleted and, where that can
    /// be done for it alone, removed: what other people marked stays theirs to remove.
    /// </summary>
    /// <param name="isAgain">Whether it was taken in before, by a run that may have been cut off after the copy.</param>
    /// <param name="raw">Its bytes; null when they are not all known.</param>
    public async Task MoveAsync(IMessageSummary message, bool toCheck, bool isAgain, byte[]? raw, CancellationToken cancellationToken)
    {
        IMailFolder target = toCheck ? _check : _done;
        if (_client.Capabilities.HasFlag(ImapCapabilities.Move))
        {
            await Source.MoveToAsync(message.UniqueId, target, cancellationToken);
            return;
        }

        if (!(isAgain && await IsThereAsync(target, message, raw, cancellationToken)))
        {
            await Source.CopyToAsync(message.UniqueId, target, cancellationToken);
        }

        await Source.StoreAsync(message.UniqueId, new StoreFlagsRequest(StoreAction.Add, MessageFlags.Deleted) { Silent = true }, cancellationToken);
        if (_client.Capabilities.HasFlag(ImapCapabilities.UidPlus))
        {
            await Source.ExpungeAsync([message.UniqueId], cancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            using CancellationTokenSource patience = new(Farewell);
            await _client.DisconnectAsync(quit: true, patience.Token);
        }
        catch (Exception)
        {
            // It was no use any more in any case.
        }

        _client.Dispose();
    }

    /// <summary>Whether the folder has the very message: the same length, then the same bytes.</summary>
    private async Task<bool> IsThereAsync(IMailFolder folder, IMessageSummary message, byte[]? raw, CancellationToken cancellationToken)
    {
        if (raw is null || message.Size is not > 0)
        {
            return false;
        }

        bool isThere = false;
        await folder.OpenAsync(FolderAccess.ReadOnly, cancellationToken);
        SearchQuery query = SearchQuery.LargerThan((int)message.Size.Value - 1).And(SearchQuery.SmallerThan((int)message.Size.Value + 1)).And(SearchQuery.NotDeleted);
        foreach (UniqueId candidate in await folder.SearchAsync(query, cancellationToken))
        {
            byte[] other = await ReadAsync(folder, candidate, raw.Length + 1, cancellationToken);
            isThere = isThere || raw.AsSpan().SequenceEqual(other);
        }

        await Source.OpenAsync(FolderAccess.ReadWrite, cancellationToken);
        return Source.UidValidity == Validity ? isThere : throw new ImapProtocolException("The messages were numbered anew.");
    }

    private static async Task SignInAsync(ImapClient client, Mailbox mailbox, MailboxTokens tokens, CancellationToken cancellationToken)
    {
        if (mailbox.SignIn == MailboxSignIn.Password)
        {
            await client.AuthenticateAsync(Encoding.UTF8, mailbox.User, mailbox.Password ?? "", cancellationToken);
            return;
        }

        string token = await tokens.GetAsync(mailbox, cancellationToken);
        SaslMechanism mechanism = client.AuthenticationMechanisms.Contains("XOAUTH2") || !client.AuthenticationMechanisms.Contains("OAUTHBEARER")
            ? new SaslMechanismOAuth2(mailbox.User, token)
            : new SaslMechanismOAuthBearer(mailbox.User, token);
        await client.AuthenticateAsync(mechanism, cancellationToken);
    }

    private static SecureSocketOptions SecurityOf(MailboxTls tls) => tls switch
    {
        MailboxTls.Tls => SecureSocketOptions.SslOnConnect,
        MailboxTls.StartTls => SecureSocketOptions.StartTls,
        MailboxTls.None => SecureSocketOptions.None,
        _ => throw new InvalidOperationException($"No connection for {tls}."),
    };
}
