using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Azure.Communication.Email;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ComplaintFlow.Mail.Tests.AcsServer;

/// <summary>
/// A small server that speaks the e-mail API of Azure Communication Services, api-version 2023-03-31: it checks the
/// signature, takes each operation once for as long as it knows it, and each Message-ID once for ever.
/// </summary>
internal sealed class AcsService : IAsyncDisposable
{
    private const string Key = "c2VjcmV0IG9mIHRoZSB0ZXN0cw==";
    private readonly ConcurrentDictionary<string, string> _operations = [];
    private readonly HashSet<string> _messageIds = [];
    private readonly WebApplication _app;

    private AcsService(WebApplication app)
    {
        _app = app;
        app.MapPost("/emails:send", (Delegate)SendAsync);
        app.MapGet("/emails/operations/{id}", ReadAsync);
    }

    /// <summary>The mails that left, in order.</summary>
    public ConcurrentQueue<JsonNode> Sent { get; } = [];

    /// <summary>What the service is asked, in order: <c>GET</c> or <c>POST</c>.</summary>
    public ConcurrentQueue<string> Requests { get; } = [];

    /// <summary>Answers instead of the service while it gives one: a status code and a body.</summary>
    public Func<(int Status, string Body)?> Refusal { get; set; } = () => null;

    /// <summary>How a sending stands when it is asked for, after it was accepted.</summary>
    public Func<string> Standing { get; set; } = () => "Succeeded";

    /// <summary>Whether the answer to the next mail is lost on the way, once it has been accepted.</summary>
    public bool LosesNextAnswer { get; set; }

    public Uri Endpoint => new(_app.Urls.First());

    public string ConnectionString => $"endpoint={Endpoint};accesskey={Key}";

    public static async Task<AcsService> StartAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        AcsService service = new(builder.Build());
        await service._app.StartAsync();
        return service;
    }

    /// <summary>A client whose retries do not wait.</summary>
    public EmailClient Client(string? connectionString = null)
    {
        EmailClientOptions options = new(EmailClientOptions.ServiceVersion.V2023_03_31);
        options.Retry.Delay = TimeSpan.FromMilliseconds(1);
        options.Retry.MaxDelay = TimeSpan.FromMilliseconds(2);
        return new EmailClient(connectionString ?? ConnectionString, options);
    }

    /// <summary>The service forgets its operations, as it does after a while; Message-IDs it remembers.</summary>
    public void ForgetOperations() => _operations.Clear();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task<IResult> SendAsync(HttpContext http)
    {
        string body = await BodyAsync(http);
        Requests.Enqueue("POST");
        if (Check(http, body) is { } refused)
        {
            return refused;
        }

        string id = http.Request.Headers["Operation-Id"].ToString();
        JsonNode mail = JsonNode.Parse(body)!;
        if (!_operations.ContainsKey(id))
        {
            string messageId = (string?)mail["headers"]?["Message-ID"] ?? "";
            lock (_messageIds)
            {
                if (!_messageIds.Add(messageId))
                {
                    return Error(400, "BadRequest", $"Duplicate Message-ID {messageId} detected.");
                }
            }

            Sent.Enqueue(mail);
            _operations[id] = Standing();
        }

        if (LosesNextAnswer)
        {
            LosesNextAnswer = false;
            http.Abort();
        }

        http.Response.Headers["Operation-Location"] = $"{Endpoint}emails/operations/{id}?api-version=2023-03-31";
        return Results.Json(new { id, status = "Running" }, statusCode: 202);
    }

    private async Task<IResult> ReadAsync(HttpContext http, string id)
    {
        Requests.Enqueue("GET");
        if (Check(http, await BodyAsync(http)) is { } refused)
        {
            return refused;
        }

        if (!_operations.ContainsKey(id))
        {
            return Error(404, "OperationNotFound", "The operation does not exist.");
        }

        string status = _operations[id] = Standing();
        http.Response.Headers.RetryAfter = "0";
        return status == "Failed"
            ? Results.Json(new { id, status, error = new { code = "EmailDroppedAllRecipientsSuppressed", message = "The recipient is suppressed." } })
            : Results.Json(new { id, status });
    }

    private IResult? Check(HttpContext http, string body)
    {
        if (Refusal() is var (status, text))
        {
            return Results.Content(text, "application/json", statusCode: status);
        }

        if (http.Request.Query["api-version"] != "2023-03-31")
        {
            return Error(400, "UnsupportedApiVersion", "The version is not known.");
        }

        IHeaderDictionary headers = http.Request.Headers;
        string hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(body)));
        string signed = $"{http.Request.Method}\n{http.Request.Path}{http.Request.QueryString}\n{headers["x-ms-date"]};{headers.Host};{hash}";
        string signature = Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(Key), Encoding.UTF8.GetBytes(signed)));
        return headers.Authorization == $"HMAC-SHA256 SignedHeaders=x-ms-date;host;x-ms-content-sha256&Signature={signature}"
            ? null
            : Error(401, "Denied", "The signature is wrong.");
    }

    private static async Task<string> BodyAsync(HttpContext http)
    {
        using StreamReader reader = new(http.Request.Body);
        return await reader.ReadToEndAsync();
    }

    private static IResult Error(int status, string code, string message) =>
        Results.Json(new { error = new { code, message } }, statusCode: status);
}
