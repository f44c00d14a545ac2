using MailKit;
using MailKit.Net.Imap;

namespace ComplaintFlow.Functions.Intake.Mailboxes;

/// <summary>Folders of a mailbox by their names, with <c>/</c> between those in each other.</summary>
internal sealed class MailboxFolders(ImapClient client)
{
    private const string Inbox = "INBOX";

    /// <exception cref="FolderNotFoundException">There is none.</exception>
    public Task<IMailFolder> FindAsync(string path, CancellationToken cancellationToken) =>
        WalkAsync(path, (parent, name) => parent.GetSubfolderAsync(name, cancellationToken));

    /// <summary>Makes what is missing of the path, and shows new folders to the programs of the people who look into the mailbox.</summary>
    public Task<IMailFolder> EnsureAsync(string path, CancellationToken cancellationToken) => WalkAsync(path, async (parent, name) =>
    {
        try
        {
            return await parent.GetSubfolderAsync(name, cancellationToken);
        }
        catch (FolderNotFoundException)
        {
            IMailFolder folder = await CreateAsync(parent, name, cancellationToken);
            await folder.SubscribeAsync(cancellationToken);
            return folder;
        }
    });

    private static async Task<IMailFolder> CreateAsync(IMailFolder parent, string name, CancellationToken cancellationToken)
    {
        try
        {
            return await parent.CreateAsync(name, isMessageFolder: true, cancellationToken)
                ?? await parent.GetSubfolderAsync(name, cancellationToken);
        }
        catch (ImapCommandException)
        {
            // Another process may have been quicker.
            return await parent.GetSubfolderAsync(name, cancellationToken);
        }
    }

    private async Task<IMailFolder> WalkAsync(string path, Func<IMailFolder, string, Task<IMailFolder>> step)
    {
        string[] names = path.Split('/');
        bool isInbox = string.Equals(names[0], Inbox, StringComparison.OrdinalIgnoreCase);
        IMailFolder folder = isInbox ? client.Inbox! : client.GetFolder(client.PersonalNamespaces[0]);
        foreach (string name in isInbox ? names[1..] : names)
        {
            folder = await step(folder, name);
        }

        return folder;
    }
}
