using ComplaintFlow.Mailboxes.Server;
using ComplaintFlow.Scenarios.App;
using MailKit;

namespace ComplaintFlow.Mailboxes;

/// <summary>Folders are made where they are missing, whatever their names and whatever the server can do.</summary>
public sealed class FolderTests(Dovecot dovecot) : IClassFixture<Dovecot>
{
    [Fact]
    public async Task Folders_ThatAreMissing_AreMadeWithTheirAccents_AndMailProgramsShowThem()
    {
        const string User = "réclamation@courtier.example";
        await using TestApp app = await TestApp.StartAsync(settings: MailboxSettings.Of(dovecot, User));
        await app.SettleAsync();
        await using Letterbox box = await Letterbox.OpenAsync(dovecot, User);

        IReadOnlyDictionary<string, bool> folders = await box.FoldersAsync();
        Assert.True(folders["Traité"]);
        Assert.True(folders["À vérifier"]);
        Assert.True(Directory.Exists(Path.Combine(dovecot.Maildir(User), ".Trait&AOk-")));
    }

    [Fact]
    public async Task Folders_OfOtherNamesAndInsideOthers_AreUsed()
    {
        await using Letterbox box = await Letterbox.OpenAsync(dovecot, "nested");
        await box.CreateAsync("Réclamations");
        await box.CreateAsync("Arrivées", "Réclamations");
        await box.PutAsync(Messages.Numbered(1), TestApp.Instant("2026-03-02 08:00"), "Réclamations/Arrivées");
        await box.PutAsync(Messages.Numbered(2), TestApp.Instant("2026-03-02 08:00"));
        await using TestApp app = await TestApp.StartAsync(settings: MailboxSettings.Of(
            dovecot, "nested", "general", ("Folder", "Réclamations/Arrivées"), ("DoneFolder", "Réclamations/Faites/2026"), ("CheckFolder", "INBOX/À voir")));
        await app.SettleAsync();

        Assert.Equal(["Affaire 1"], await app.SubjectsAsync());
        Assert.Equal(["Affaire 1"], await box.SubjectsAsync("Réclamations/Faites/2026"));
        Assert.Equal(["Affaire 2"], await box.SubjectsAsync("INBOX"));
    }

    [Fact]
    public async Task FolderToRead_ThatDoesNotExist_IsAFaultAndNoNewFolder()
    {
        await using TestApp app = await TestApp.StartAsync(settings: MailboxSettings.Of(dovecot, "absent", "general", ("Folder", "Réclamations")));
        await app.FailThreeTimesAsync();

        Assert.Contains("n’a pas de dossier « Réclamations »", await app.HealthAsync(), StringComparison.Ordinal);
        await using Letterbox box = await Letterbox.OpenAsync(dovecot, "absent");
        Assert.DoesNotContain("Réclamations", (await box.FoldersAsync()).Keys);
    }

    [Theory]
    [InlineData("IMAP4rev1 UIDPLUS NAMESPACE ENABLE", 0)]
    [InlineData("IMAP4rev1", 1)]
    public async Task Server_ThatCannotMove_HasTheMessageCopiedAndRemovedOrMarked(string capability, int marked)
    {
        await using Dovecot old = await Dovecot.StartAsync($"protocol imap {{\n  imap_capability = {capability}\n}}");
        await using ImapProxy proxy = new(old);
        await using Letterbox box = await Letterbox.OpenAsync(old, "old");
        await box.PutAsync(Messages.Numbered(1), TestApp.Instant("2026-03-02 08:00"));
        await using TestApp app = await TestApp.StartAsync(settings: MailboxSettings.Of(proxy.Port, "old"));
        await app.ReadMailboxesAsync();
        await app.ReadMailboxesAsync();

        Assert.DoesNotContain(proxy.Commands, command => command.StartsWith("UID MOVE", StringComparison.Ordinal));
        Assert.Single(proxy.Commands, command => command.Contains("COPY ", StringComparison.Ordinal));
        Assert.Equal(["Affaire 1"], await app.SubjectsAsync());
        Assert.Equal(["Affaire 1"], await box.SubjectsAsync("Traité"));
        IMailFolder inbox = await box.FolderAsync("INBOX");
        await inbox.OpenAsync(FolderAccess.ReadOnly);
        Assert.Equal(marked, inbox.Count);
    }

    [Fact]
    public async Task Numbering_ThatStartsAnew_ChangesNothing()
    {
        await using TestApp app = await TestApp.StartAsync(settings: MailboxSettings.Of(dovecot, "numbers"));
        dovecot.Deliver("numbers", [(System.Text.Encoding.UTF8.GetBytes(Messages.Numbered(1)), TestApp.Instant("2026-03-02 08:00"))]);
        await app.ReadMailboxesAsync();
        uint before = await ValidityAsync();
        foreach (string file in Directory.GetFiles(dovecot.Maildir("numbers"), "dovecot.index*"))
        {
            File.Delete(file);
        }

        string list = Path.Combine(dovecot.Maildir("numbers"), "dovecot-uidlist");
        await File.WriteAllTextAsync(list, (await File.ReadAllTextAsync(list)).Replace($"V{before}", $"V{before + 1000}", StringComparison.Ordinal));

        dovecot.Deliver("numbers", [(System.Text.Encoding.UTF8.GetBytes(Messages.Numbered(2)), TestApp.Instant("2026-03-02 08:00"))]);
        await app.ReadMailboxesAsync();

        Assert.NotEqual(before, await ValidityAsync());
        Assert.Equal(["Affaire 1", "Affaire 2"], await app.SubjectsAsync());

        async Task<uint> ValidityAsync()
        {
            await using Letterbox box = await Letterbox.OpenAsync(dovecot, "numbers");
            IMailFolder inbox = await box.FolderAsync("INBOX");
            await inbox.OpenAsync(FolderAccess.ReadOnly);
            Assert.Equal(0, inbox.Count);
            return inbox.UidValidity;
        }
    }
}
