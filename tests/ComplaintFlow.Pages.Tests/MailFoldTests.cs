using System.Net;
using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Domain.Procedure;
using ComplaintFlow.Functions.Pages;

namespace ComplaintFlow.Pages.Tests;

/// <summary>What stood around the words of a mail is on the pages, folded, and does nothing there.</summary>
public sealed class MailFoldTests
{
    private const string Hostile = "</div></details><script>alert(1)</script>";

    private static readonly CaseFile Case = CaseFile.Received(channel: Channel.Email)
        .Add(Actor.Client, new MessageReceived(), new PrivatePart { Text = "Suite.", Mail = new MailFrame("a@example.fr", $"> Avant {Hostile}", "Jeanne, courtage & conseil") });

    [Theory]
    [InlineData(Language.French, "Messages cités")]
    [InlineData(Language.English, "Quoted messages")]
    public void ClientPage_FoldsTheHistoryAndTheSignature(Language language, string summary)
    {
        string page = Client(Case, language);

        Assert.Contains($"<details class=\"fold mail\"><summary>{WebUtility.HtmlEncode(summary)}</summary><div class=\"typed\" dir=\"auto\">&gt; Avant ", page, StringComparison.Ordinal);
        Assert.Contains("<summary>Signature</summary><div class=\"typed\" dir=\"auto\">Jeanne, courtage &amp; conseil</div></details>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
    }

    [Fact]
    public void StaffPage_FoldsThemInTheJournal()
    {
        string page = Staff(Case);

        Assert.Equal(2, page.Split("<details class=\"fold mail\">").Length - 1);
        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Pages_OfAComplaintWithoutMails_FoldNothing()
    {
        CaseFile plain = CaseFile.Received().Add(Actor.Client, new MessageReceived(), "Suite.");

        Assert.All([Client(plain, Language.French), Staff(plain)], page => Assert.DoesNotContain("fold mail", page, StringComparison.Ordinal));
    }

    private static string Client(CaseFile file, Language language) => ClientPage.Render(SamplePages.ClientModel(file, language)).ToString();

    private static string Staff(CaseFile file) => StaffPage.Render(SamplePages.StaffModel(file, SampleFirm.Handler)).ToString();
}
