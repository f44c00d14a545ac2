using System.Net;
using System.Text;
using Azure.Core;
using ComplaintFlow.Scenarios.App;

namespace ComplaintFlow.Mailboxes.Server;

/// <summary>Knows which tokens are good, as Microsoft Entra would: Dovecot asks it (token introspection).</summary>
public sealed class TokenServer : IDisposable
{
    private readonly HttpListener _listener = new();

    /// <param name="users">The user of each good token.</param>
    public TokenServer(IReadOnlyDictionary<string, string> users)
    {
        Port = ChildProgram.FreePort();
        _listener.Prefixes.Add($"http://127.0.0.1:{Port}/");
        _listener.Start();
        _ = AnswerAsync(users);
    }

    public int Port { get; }

    /// <summary>Lines for Dovecot's configuration, and the file that they name.</summary>
    public string Configure(string file)
    {
        File.WriteAllText(file, $"introspection_mode = auth\nintrospection_url = http://127.0.0.1:{Port}/\nusername_attribute = email\nactive_attribute = active\nactive_value = true\n");
        return $"passdb {{\n  driver = oauth2\n  mechanisms = xoauth2 oauthbearer\n  args = {file}\n}}\n";
    }

    public void Dispose() => _listener.Close();

    private async Task AnswerAsync(IReadOnlyDictionary<string, string> users)
    {
        try
        {
            while (true)
            {
                HttpListenerContext context = await _listener.GetContextAsync();
                string token = context.Request.Headers["Authorization"]?.Split(' ')[^1] ?? "";
                string answer = users.TryGetValue(token, out string? user) ? $$"""{"active":true,"email":"{{user}}"}""" : """{"active":false}""";
                context.Response.ContentType = "application/json";
                context.Response.Close(Encoding.UTF8.GetBytes(answer), willBlock: true);
            }
        }
        catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException)
        {
            // Closed.
        }
    }
}

/// <summary>A credential with a token of a test's own.</summary>
/// <param name="token">The token.</param>
/// <param name="scopes">Hears the scopes that are asked for.</param>
public sealed class FixedToken(string token, Action<string[]> scopes) : TokenCredential
{
    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
    {
        scopes(requestContext.Scopes);
        return new AccessToken(token, DateTimeOffset.MaxValue);
    }

    public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        new(GetToken(requestContext, cancellationToken));
}
