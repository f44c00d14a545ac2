using ComplaintFlow.Scenarios.App;
using MimeKit;
using static ComplaintFlow.Scenarios.App.IncomingMails;

namespace ComplaintFlow.Scenarios.Email;

/// <summary>Programs that write to each other stop: at once where the marks of automatic mail arrive, else by the number of mails from one address.</summary>
public sealed class LoopTests
{
    private const int PerHour = 5;
    private const string Ours = "reclamation@madamecourtage.fr";
    private const string Theirs = "reclamations@autre-courtage.example";

    [Fact]
    public async Task TwoInstallations_StopAfterOneMail()
    {
        (TestApp our, TestApp their) = await TwoAsync();
        await using TestApp first = our;
        await using TestApp second = their;
        PostalService post = new();
        post.Join(our, Ours);
        post.Join(their, Theirs);

        string reference = await our.TakeMailAsync(Mail(from: $"Autre Courtage <{Theirs}>"), "opened");
        Assert.Equal(1, await post.CarryAsync());
        Assert.Equal([(their, "parked")], post.Deliveries);
        Assert.Empty(their.Mailbox);

        await our.AdvanceToAsync("2026-05-04 09:00");
        await their.AdvanceToAsync("2026-05-04 09:00");
        Assert.True(await post.CarryAsync() > 0, "The client is told more in two months.");
        Assert.All(post.Deliveries, delivery => Assert.Equal((their, "parked"), delivery));
        Assert.All(their.Mailbox, mail => Assert.Equal("waiting-mail", mail.Kind));
        Assert.Equal([reference], await our.ListAsync(""));
    }

    [Fact]
    public async Task TwoInstallations_BehindAForwarderThatTakesAllMarksAway_StopByTheirNumber()
    {
        (TestApp our, TestApp their) = await TwoAsync();
        await using TestApp first = our;
        await using TestApp second = their;
        PostalService post = new();
        post.Join(our, Ours, mail => Bare(post, mail));
        post.Join(their, Theirs, mail => Bare(post, mail));

        await our.TakeMailAsync(Mail(from: $"Autre Courtage <{Theirs}>"), "opened");
        Assert.InRange(await post.CarryAsync(), 2, (2 * PerHour) + 1);
        Assert.Equal("parked", post.Deliveries[^1].Outcome);
        await our.AdvanceToAsync("2026-03-03 07:00");
        await their.AdvanceToAsync("2026-03-03 07:00");
        Assert.Equal(0, await post.CarryAsync());
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, PerHour)]
    public async Task Responder_WithoutAnyMark_StopsByItsNumber(bool namesTheMail, int acknowledgements)
    {
        await using TestApp app = await TestApp.StartAsync("2026-03-02 09:00", settings: Settings());
        PostalService post = new();
        post.Answer(Staff.Client, app, mail => Reply(post, mail, namesTheMail));

        await app.TakeMailAsync(Mail(), "opened");
        Assert.Equal(acknowledgements, await post.CarryAsync());
        Assert.Equal(acknowledgements, app.Mailbox.Of("acknowledgement").Count);
        Assert.Equal(namesTheMail ? "attached" : "parked", post.Deliveries[^1].Outcome);
        await app.AdvanceToAsync("2026-03-03 07:00");
        Assert.Equal(0, await post.CarryAsync());
    }

    [Fact]
    public async Task Mails_FromManyAddresses_ThatAllSendTheAnswerToOne_StopByTheirNumber()
    {
        await using TestApp app = await TestApp.StartAsync("2026-03-02 09:00", settings: Settings());
        for (int i = 0; i < PerHour * 2; i++)
        {
            await app.TakeMailAsync(Mail($"Message {i}", from: $"Personne {i} <personne{i}@example.fr>", id: $"<{i}@example.fr>", headers: "Reply-To: victime@example.fr"));
        }

        Assert.Equal(PerHour, app.Mailbox.Count(mail => mail.To == "victime@example.fr"));
    }

    private static async Task<(TestApp Our, TestApp Their)> TwoAsync()
    {
        using RulesFile procedure = RulesFile.Procedure(rules =>
        {
            foreach (string name in new[] { "complaintsEmail", "complaintsEmailAlias", "senderEmail" })
            {
                rules["versions"]![0]!["firm"]![name] = Theirs;
            }
        });
        Dictionary<string, string> theirs = new(Settings()) { ["ComplaintFlow__Procedure"] = procedure.Path };
        return (await TestApp.StartAsync("2026-03-02 09:00", settings: Settings()), await TestApp.StartAsync("2026-03-02 09:00", settings: theirs));
    }

    private static Dictionary<string, string> Settings() => new() { ["ComplaintFlow__Intake__MailsPerHour"] = $"{PerHour}" };

    /// <summary>What a bad forwarder leaves: sender, subject and text.</summary>
    private static MimeMessage Bare(PostalService post, MimeMessage mail)
    {
        MimeMessage bare = new(mail.From, mail.To, "Votre message", new TextPart("plain") { Text = mail.TextBody!.Replace("R26-", "", StringComparison.Ordinal) }) { MessageId = post.NewId(), Date = mail.Date };
        return bare;
    }

    private static MimeMessage Reply(PostalService post, MimeMessage mail, bool namesTheMail)
    {
        MimeMessage reply = new([new MailboxAddress("Jeanne Martin", Staff.Client)], mail.From, namesTheMail ? $"Re: {mail.Subject}" : "Bonjour", new TextPart("plain") { Text = "Je suis en congés jusqu’au 16 mars." })
        {
            MessageId = post.NewId(), Date = mail.Date,
        };
        if (namesTheMail)
        {
            reply.InReplyTo = mail.MessageId;
        }

        return reply;
    }
}
