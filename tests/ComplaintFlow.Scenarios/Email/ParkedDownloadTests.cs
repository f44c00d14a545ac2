using System.Net;
using System.Text;
using ComplaintFlow.Scenarios.App;
using static ComplaintFlow.Scenarios.App.IncomingMails;

namespace ComplaintFlow.Scenarios.Email;

/// <summary>A parked mail can be read as it came before anybody decides what it is.</summary>
public sealed class ParkedDownloadTests
{
    [Fact]
    public async Task Mail_FromTheDesk_IsGivenOutToBeSaved_ByteByByte()
    {
        await using TestApp app = await TestApp.StartAsync("2026-03-02 09:00");
        byte[] raw = Encoding.UTF8.GetBytes(Mail("<script>alert(1)</script>", headers: ["Precedence: bulk"]));
        string id = await app.TakeMailAsync(Encoding.UTF8.GetString(raw), "parked");
        Browser desk = await Browser.SignInAsync(app, Staff.DefaultHandler);
        string link = $"/staff/parked/{id}";
        Assert.Contains($"href=\"{link}\"", await desk.GetAsync("/staff"), StringComparison.Ordinal);

        using HttpResponseMessage mail = await app.SendAsync("GET", link, null, Requests.Html, ("Cookie", desk.Cookie));
        Assert.Equal(HttpStatusCode.OK, mail.StatusCode);
        Assert.Equal(raw, await mail.Content.ReadAsByteArrayAsync());
        Assert.Equal("application/octet-stream", mail.Header("Content-Type"));
        Assert.StartsWith("attachment", mail.Header("Content-Disposition"), StringComparison.Ordinal);
        Assert.Contains($"{id}.eml", mail.Header("Content-Disposition"), StringComparison.Ordinal);
        Assert.Equal("nosniff", mail.Header("X-Content-Type-Options"));
        Assert.Contains("no-store", mail.Header("Cache-Control"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mail_WithoutTheDesksCookie_IsNotGivenOut()
    {
        await using TestApp app = await TestApp.StartAsync("2026-03-02 09:00");
        string id = await app.TakeMailAsync(Mail(headers: "Precedence: bulk"), "parked");
        using HttpResponseMessage nobody = await app.SendAsync("GET", $"/staff/parked/{id}", null, Requests.Html);
        Assert.Equal((HttpStatusCode.SeeOther, "/staff/sign-in"), (nobody.StatusCode, nobody.Header("Location")));
        using HttpResponseMessage withKey = await app.SendAsync("GET", $"/staff/parked/{id}", null, Requests.Html, Requests.WithKey());
        Assert.Equal(HttpStatusCode.SeeOther, withKey.StatusCode);
    }

    [Fact]
    public async Task WhatIsNoParkedMail_IsNotFound()
    {
        await using TestApp app = await TestApp.StartAsync("2026-03-02 09:00");
        string complaint = await app.ComplainAsync();
        Browser desk = await Browser.SignInAsync(app, Staff.Manager);
        foreach (string id in (string[])[complaint, "R26-2222-222B", "nonsense", "..%2f..%2fsecrets.json"])
        {
            await desk.GetAsync($"/staff/parked/{id}", HttpStatusCode.NotFound);
        }
    }
}
