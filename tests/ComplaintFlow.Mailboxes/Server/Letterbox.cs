using System.Text;
using MailKit;
using MailKit.Net.Imap;
using MailKit.Search;
using MimeKit;

namespace ComplaintFlow.Mailboxes.Server;

/// <summary>A person's own mail program, looking into the mailbox.</summary>
public sealed class Letterbox : IAsyncDisposable
{
    private readonly ImapClient _client = new();

    private Letterbox()
    {
    }

    public static async Task<Letterbox> OpenAsync(Dovecot dovecot, string user)
    {
        Letterbox box = new();
        await box._client.ConnectAsync("127.0.0.1", dovecot.Port, MailKit.Security.SecureSocketOptions.None);
        await box._client.AuthenticateAsync(Encoding.UTF8, user, Dovecot.Password);
        return box;
    }

    /// <summary>A message arrives.</summary>
    public async Task PutAsync(string raw, DateTimeOffset at, string folder = "INBOX")
    {
        using MemoryStream stream = new(Encoding.UTF8.GetBytes(raw));
        using MimeMessage message = await MimeMessage.LoadAsync(stream);
        await (await FolderAsync(folder)).AppendAsync(new AppendRequest(message, MessageFlags.None, at));
    }

    /// <summary>The subjects in a folder, in order of arrival, of messages that are not marked as deleted; empty for a folder that is not there.</summary>
    public async Task<IReadOnlyList<string>> SubjectsAsync(string folder)
    {
        try
        {
            IMailFolder open = await FolderAsync(folder);
            await open.OpenAsync(FolderAccess.ReadOnly);
            IList<UniqueId> all = await open.SearchAsync(SearchQuery.NotDeleted);
            return all.Count == 0 ? [] : [.. (await open.FetchAsync(all, MessageSummaryItems.Envelope)).Select(message => message.Envelope?.Subject ?? "")];
        }
        catch (FolderNotFoundException)
        {
            return [];
        }
    }

    public Task CreateAsync(string folder, string? within = null) => CreateAsync(folder, within is null ? null : FolderAsync(within));

    /// <summary>All folders by their full names, and whether a mail program shows each.</summary>
    public async Task<IReadOnlyDictionary<string, bool>> FoldersAsync() =>
        (await _client.GetFoldersAsync(_client.PersonalNamespaces[0], StatusItems.None, subscribedOnly: false)).ToDictionary(folder => folder.FullName, folder => folder.IsSubscribed);

    /// <summary>A folder of the mailbox, <c>/</c> in the name for folders in folders.</summary>
    public async Task<IMailFolder> FolderAsync(string name)
    {
        IMailFolder folder = name == "INBOX" ? _client.Inbox! : _client.GetFolder(_client.PersonalNamespaces[0]);
        foreach (string part in name == "INBOX" ? [] : name.Split('/'))
        {
            folder = await folder.GetSubfolderAsync(part);
        }

        return folder;
    }

    private async Task CreateAsync(string folder, Task<IMailFolder>? within) =>
        await (within is null ? _client.GetFolder(_client.PersonalNamespaces[0]) : await within).CreateAsync(folder, isMessageFolder: true);

    public async ValueTask DisposeAsync()
    {
        await _client.DisconnectAsync(quit: true);
        _client.Dispose();
    }
}
