using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using ComplaintFlow.Scenarios.App;
using ComplaintFlow.SmtpServer;
using MimeKit;

namespace ComplaintFlow.Scenarios.Email;

/// <summary>The whole program with a real mail server: for days not wanted, refused, and over an encrypted connection with a password.</summary>
public sealed class SmtpTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("complaintflow-").FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public async Task Server_DownForTwoDays_HasTheMailOnceWhenItIsBack()
    {
        int port = ChildProgram.FreePort();
        await using TestApp app = await StartAsync(port);
        string reference = await ComplainAsync(app, "client1001@example.fr");
        await app.AdvanceToAsync("2026-03-04 09:00");
        JsonNode waiting = Acknowledgement(await app.ReadAsync(reference));
        Assert.Equal("pending", waiting.Field("status"));

        // 1, 2, 4 … minutes, then every hour: 53 tries in two days.
        Assert.InRange((int)waiting["attempts"]!, 48, 60);
        using SmtpServerProcess server = await SmtpServerProcess.StartAsync(port);
        await app.AdvanceToAsync("2026-03-04 10:01");
        Assert.Equal("sent", Acknowledgement(await app.ReadAsync(reference)).Field("status"));
        MimeMessage arrived = await server.MailAsync("client1001@example.fr");
        Assert.Equal("acknowledgement", arrived.Headers["X-ComplaintFlow-Kind"]);
        Assert.Single(server.Mails, mail => mail.To == "client1001@example.fr");
    }

    [Fact]
    public async Task Recipient_PutOffOnce_HasTheMailMinutesLater()
    {
        using SmtpServerProcess server = await SmtpServerProcess.StartAsync();
        await using TestApp app = await StartAsync(server.Port);
        string reference = await ComplainAsync(app, "later@example.fr");
        await app.SettleAsync();
        Assert.StartsWith("451", Acknowledgement(await app.ReadAsync(reference)).Field("error")!, StringComparison.Ordinal);
        await app.AdvanceToAsync("2026-03-02 09:02");
        JsonNode effect = Acknowledgement(await app.ReadAsync(reference));
        Assert.Equal(("sent", "2"), (effect.Field("status"), effect.Field("attempts")));
        Assert.Single(server.Mails, mail => mail.To == "later@example.fr");
    }

    [Fact]
    public async Task Recipient_PutOffForEver_IsGivenUpAfterThreeDaysAndTheHandlerIsTold()
    {
        using SmtpServerProcess server = await SmtpServerProcess.StartAsync();
        await using TestApp app = await StartAsync(server.Port);
        string reference = await ComplainAsync(app, "never@example.fr");
        await app.AdvanceToAsync("2026-03-05 08:00");
        Assert.Equal("pending", Acknowledgement(await app.ReadAsync(reference)).Field("status"));
        await app.AdvanceToAsync("2026-03-05 11:00");
        Assert.Equal("failed", Acknowledgement(await app.ReadAsync(reference)).Field("status"));
        Assert.Contains(server.Mails, mail => MimeMessage.Load(new MemoryStream(mail.Raw)).Headers["X-ComplaintFlow-Kind"] == "delivery-failed");
    }

    [Fact]
    public async Task Recipient_Refused_FailsAtOnce()
    {
        using SmtpServerProcess server = await SmtpServerProcess.StartAsync();
        await using TestApp app = await StartAsync(server.Port);
        JsonNode effect = Acknowledgement(await app.ReadAsync(await ComplainAsync(app, "refused@example.fr", settle: true)));
        Assert.Equal(("failed", "1"), (effect.Field("status"), effect.Field("attempts")));
    }

    [Fact]
    public async Task StartTls_WithACertificateThatIsVouchedForAndAPassword_CarriesTheMailEncrypted()
    {
        (string key, string certificate) = Certificate("localhost");
        using SmtpServerProcess server = await SmtpServerProcess.StartAsync(0, "start-tls", key, certificate);
        using ChildProgram program = ChildProgram.StartTrusting(certificate, _directory, ChildProgram.FreePort(), Settings(server.Port, "localhost", "start-tls"));
        await program.WaitUntilReadyAsync();
        using HttpResponseMessage response = await program.Http.PostAsJsonAsync(new Uri("/api/complaints", UriKind.Relative), Intents.Complaint());
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        await server.MailAsync(Staff.Client);
        Assert.All(server.Mails, mail => Assert.Equal((true, "firm"), (mail.IsSecure, mail.User)));
    }

    [Fact]
    public async Task StartTls_WithACertificateOfAnotherName_SendsNothingAndHealthSaysSo()
    {
        (string key, string certificate) = Certificate("autre.example");
        using SmtpServerProcess server = await SmtpServerProcess.StartAsync(0, "start-tls", key, certificate);
        using ChildProgram program = ChildProgram.StartTrusting(certificate, _directory, ChildProgram.FreePort(), Settings(server.Port, "localhost", "start-tls"));
        string health = "";
        while (!health.Contains("chiffrée", StringComparison.Ordinal))
        {
            health = await program.TryHealthAsync();
        }

        using HttpResponseMessage response = await program.Http.PostAsJsonAsync(new Uri("/api/complaints", UriKind.Relative), Intents.Complaint());
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        Assert.Empty(server.Mails);
    }

    private static Task<TestApp> StartAsync(int port) => TestApp.StartAsync(
        "2026-03-02 09:00",
        settings: Settings(port, "127.0.0.1", "none").Select(setting => setting.Split('=')).Where(pair => !pair[0].EndsWith("User", StringComparison.Ordinal) && !pair[0].EndsWith("Password", StringComparison.Ordinal)).ToDictionary(pair => pair[0], pair => pair[1]));

    private static string[] Settings(int port, string host, string tls) =>
    [
        "ComplaintFlow__Email__Transport=smtp", $"ComplaintFlow__Email__Smtp__Host={host}", $"ComplaintFlow__Email__Smtp__Port={port}", $"ComplaintFlow__Email__Smtp__Tls={tls}",
        "ComplaintFlow__Email__Smtp__User=firm", "ComplaintFlow__Email__Smtp__Password=right", "ComplaintFlow__RateLimit=0",
    ];

    private static async Task<string> ComplainAsync(TestApp app, string address, bool settle = false)
    {
        using HttpResponseMessage response = await app.PostComplaintAsync(Intents.Complaint(body => body["complainant"]!["email"] = address));
        string reference = (await response.JsonAsync(HttpStatusCode.Accepted)).Field("reference")!;
        if (settle)
        {
            await app.SettleAsync();
        }

        return reference;
    }

    private static JsonNode Acknowledgement(JsonNode complaint) => Assert.Single(complaint["effects"]!.AsArray(), effect => effect!.Field("kind") == "acknowledgement")!;

    /// <summary>A key and a certificate that vouches for itself, as files.</summary>
    private (string Key, string Certificate) Certificate(string name)
    {
        using RSA rsa = RSA.Create(2048);
        CertificateRequest request = new($"CN={name}", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        SubjectAlternativeNameBuilder names = new();
        names.AddDnsName(name);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, 0, critical: true));
        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        using X509Certificate2 certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        string keyFile = Path.Combine(_directory, "key.pem");
        string certificateFile = Path.Combine(_directory, "certificate.pem");
        File.WriteAllText(keyFile, rsa.ExportPkcs8PrivateKeyPem());
        File.WriteAllText(certificateFile, certificate.ExportCertificatePem());
        return (keyFile, certificateFile);
    }
}
