using System.Text;
using System.Text.Json.Nodes;
using MimeKit;

namespace ComplaintFlow.Scenarios.App;

/// <summary>Carries mails between installations, and to machines that answer by themselves, until nobody writes any more.</summary>
public sealed class PostalService
{
    /// <summary>More than any bounded exchange of the tests takes: beyond it, it is endless.</summary>
    private const int MostMails = 300;

    private readonly List<(string Address, Func<MimeMessage, Task> Take)> _boxes = [];
    private readonly List<TestApp> _apps = [];
    private readonly HashSet<string> _carried = [];
    private readonly List<(TestApp To, string Outcome)> _deliveries = [];
    private int _numbers;

    /// <summary>What became of each mail that reached an installation, in order.</summary>
    public IReadOnlyList<(TestApp To, string Outcome)> Deliveries => _deliveries;

    /// <summary>An installation that takes mails at an address, tags behind a plus sign included.</summary>
    /// <param name="forward">What a forwarder on the way makes of the mail.</param>
    public void Join(TestApp app, string address, Func<MimeMessage, MimeMessage>? forward = null)
    {
        _apps.Add(app);
        _boxes.Add((address, async mail => await BringAsync(app, forward is null ? mail : forward(mail))));
    }

    /// <summary>A machine that answers every mail to an address by one to <paramref name="app"/>.</summary>
    public void Answer(string address, TestApp app, Func<MimeMessage, MimeMessage> answer)
    {
        _apps.Add(app);
        _boxes.Add((address, async mail => await BringAsync(app, answer(mail))));
    }

    /// <summary>A Message-ID that nobody had before.</summary>
    public string NewId() => $"{++_numbers}@poste.example";

    /// <summary>Carries what was sent until all is quiet; how many mails that were.</summary>
    public async Task<int> CarryAsync()
    {
        int before = Deliveries.Count;
        while (await NextAsync() is { } mail)
        {
            foreach ((string address, Func<MimeMessage, Task> take) in _boxes.Where(box => mail.To.Mailboxes.Any(to => IsAt(to, box.Address))))
            {
                await take(mail);
            }

            Assert.True(Deliveries.Count - before < MostMails, "They never stop.");
        }

        return Deliveries.Count - before;
    }

    private static bool IsAt(MailboxAddress to, string address) =>
        to.Address.Equals(address, StringComparison.OrdinalIgnoreCase) || (to.Domain == address.Split('@')[1] && to.LocalPart.StartsWith($"{address.Split('@')[0]}+", StringComparison.OrdinalIgnoreCase));

    private async Task<MimeMessage?> NextAsync()
    {
        foreach (TestApp app in _apps.Distinct())
        {
            await app.SettleAsync();
            string folder = Path.Combine(app.DataDirectory, "mailbox");
            if (Directory.Exists(folder) && Directory.GetFiles(folder, "*.eml").FirstOrDefault(path => _carried.Add(path)) is { } next)
            {
                return await MimeMessage.LoadAsync(next);
            }
        }

        return null;
    }

    private async Task BringAsync(TestApp app, MimeMessage mail)
    {
        using MemoryStream raw = new();
        await mail.WriteToAsync(raw);
        JsonNode answer = await app.TakeMailAsync(Encoding.Latin1.GetString(raw.ToArray()));
        _deliveries.Add((app, answer.Field("outcome")!));
    }
}
