using System.Net;
using ComplaintFlow.Functions.Links;
using ComplaintFlow.Scenarios.App;
using CsCheck;

namespace ComplaintFlow.Scenarios.Links;

/// <summary>One test per attack on a link: each is answered as if the link had never been.</summary>
public sealed class AttackTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private readonly TestApp _app = shared.App;

    [Theory]
    [InlineData("GET")]
    [InlineData("HEAD")]
    [InlineData("POST")]
    public async Task Link_OfAnotherPurpose_Is404(string method)
    {
        string reference = await _app.ComplainAsync();
        string person = LinkTokens.PersonId(Staff.Manager);
        foreach (LinkPurpose purpose in Enum.GetValues<LinkPurpose>())
        {
            string token = _app.Issue(purpose, reference, purpose == LinkPurpose.Client ? LinkClaims.ClientId : person);
            Assert.Equal(purpose != LinkPurpose.Client, await _app.StatusOfAsync($"/c/{token}", method) == HttpStatusCode.NotFound);
            Assert.Equal(purpose != LinkPurpose.Staff, await _app.StatusOfAsync($"/s/{token}", method) == HttpStatusCode.NotFound);
            Assert.Equal(purpose != LinkPurpose.SignIn, await _app.StatusOfAsync($"/staff/enter/{token}", method) == HttpStatusCode.NotFound);
        }
    }

    [Fact]
    public async Task Cookie_OfAnotherPurpose_OpensNothing()
    {
        string reference = await _app.ComplainAsync();
        foreach (LinkPurpose purpose in (LinkPurpose[])[LinkPurpose.Client, LinkPurpose.Staff, LinkPurpose.SignIn])
        {
            string token = _app.Issue(purpose, reference, LinkTokens.PersonId(Staff.Manager));
            using HttpResponseMessage response = await _app.SendAsync("GET", "/staff", null, Requests.Html, ("Cookie", $"complaintflow-staff={token}"));
            Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        }
    }

    [Fact]
    public async Task Link_ForAComplaintThatIsNot_Is404()
    {
        Assert.Equal(HttpStatusCode.NotFound, await _app.StatusOfAsync($"/c/{_app.Issue(LinkPurpose.Client, "R26-2222-2222", LinkClaims.ClientId)}"));
        Assert.Equal(HttpStatusCode.NotFound, await _app.StatusOfAsync($"/s/{_app.Issue(LinkPurpose.Staff, "R26-2222-2222", LinkTokens.PersonId(Staff.Manager))}"));
    }

    [Fact]
    public async Task Link_OfOneComplaint_ShowsAndActsOnThatOneOnly()
    {
        string mine = await _app.ComplainAsync();
        string theirs = await _app.ComplainAsync(body => body["subject"] = "Une autre affaire");
        await _app.SettleAsync();
        int before = await _app.VersionAsync(theirs);
        string link = _app.Mailbox.Only("assignment", reference: mine).StaffLink;
        using HttpResponseMessage acted = await _app.PostFormAsync(link, ("action", "note"), ("text", "a"), ("reference", theirs));
        Assert.Equal(HttpStatusCode.OK, acted.StatusCode);
        Assert.Equal(before, await _app.VersionAsync(theirs));
        Assert.DoesNotContain("Une autre affaire", await _app.OpenAsync(link), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Link_OfSomebodyNotInTheDirectory_Is404()
    {
        string reference = await _app.ComplainAsync();
        string token = _app.Issue(LinkPurpose.Staff, reference, LinkTokens.PersonId("gone@courtier.example"));
        Assert.Equal(HttpStatusCode.NotFound, await _app.StatusOfAsync($"/s/{token}"));
        Assert.Equal(HttpStatusCode.NotFound, await _app.StatusOfAsync($"/s/{token}", "POST"));
    }

    [Fact]
    public async Task Link_OfAnotherHandler_MayNotAct()
    {
        string reference = await _app.ComplainAsync();
        await _app.SettleAsync();
        int before = await _app.VersionAsync(reference);
        string token = _app.Issue(LinkPurpose.Staff, reference, LinkTokens.PersonId("conseil3@courtier.example"));
        Assert.Equal(HttpStatusCode.Forbidden, await _app.StatusOfAsync($"/s/{token}", "POST"));
        Assert.Equal(before, await _app.VersionAsync(reference));
    }

    [Fact]
    public async Task Link_Truncated_Is404AtEveryLength()
    {
        string reference = await _app.ComplainAsync();
        string token = Tokens.Of(_app.Mailbox.Only("acknowledgement", reference: reference).ClientLink);
        for (int length = 1; length < token.Length; length += 3)
        {
            Assert.Equal(HttpStatusCode.NotFound, await _app.StatusOfAsync($"/c/{token[..length]}"));
        }

        Assert.Equal(HttpStatusCode.NotFound, await _app.StatusOfAsync($"/c/{token}A"));
        Assert.Equal(HttpStatusCode.NotFound, await _app.StatusOfAsync($"/c/{token}="));
        Assert.Equal(HttpStatusCode.NotFound, await _app.StatusOfAsync($"/c/{token}%20"));
        Assert.Equal(HttpStatusCode.NotFound, await _app.StatusOfAsync($"/c/{new string('A', 2_000)}"));
    }

    [Fact]
    public async Task Link_WithAnyCharacterChanged_Is404()
    {
        const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        string reference = await _app.ComplainAsync();
        string token = Tokens.Of(_app.Mailbox.Only("assignment", reference: reference).StaffLink);
        await Gen.Select(Gen.Int[0, token.Length - 1], Gen.Int[0, 63]).SampleAsync(
            async pair =>
            {
                char[] changed = token.ToCharArray();
                changed[pair.Item1] = Alphabet[pair.Item2];
                bool same = new string(changed) == token;
                Assert.Equal(same ? HttpStatusCode.OK : HttpStatusCode.NotFound, await _app.StatusOfAsync($"/s/{new string(changed)}"));
            },
            iter: 500,
            threads: 1);
        for (int i = 0; i < token.Length; i++)
        {
            char other = Alphabet[(Alphabet.IndexOf(token[i], StringComparison.Ordinal) + 1) % 64];
            Assert.Equal(HttpStatusCode.NotFound, await _app.StatusOfAsync($"/s/{token[..i]}{other}{token[(i + 1)..]}"));
        }
    }
}
