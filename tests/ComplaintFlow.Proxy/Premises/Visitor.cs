using System.Net;
using System.Net.Http.Json;
using System.Net.Security;
using System.Net.Sockets;
using System.Text.Json.Nodes;

namespace ComplaintFlow.Proxy.Premises;

/// <summary>Somebody on the Internet: an address of the loopback network, from which it opens absolute links as they are.</summary>
internal sealed class Visitor : IDisposable
{
    private readonly HttpClient _http;

    /// <param name="from">127.0.0.2 and so on.</param>
    /// <param name="port">The port behind 80 and 443 of the firm's name.</param>
    /// <param name="certificate">The one certificate accepted.</param>
    public Visitor(string from, Func<int, int> port, Certificate certificate) => _http = new HttpClient(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        SslOptions = new SslClientAuthenticationOptions
        {
            TargetHost = Shipped.Name,
            RemoteCertificateValidationCallback = (_, shown, _, _) => certificate.Is(shown),
        },
        ConnectCallback = async (context, cancellation) =>
        {
            Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                socket.Bind(new IPEndPoint(IPAddress.Parse(from), 0));
                await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, port(context.DnsEndPoint.Port)), cancellation);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        },
    })
    {
        BaseAddress = new Uri($"https://{Shipped.Name}"),
    };

    public Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, HttpContent? content = null, params (string Name, string Value)[] headers)
    {
        // As it is: what a browser would tidy up, an attacker does not.
        string address = path.StartsWith('/') ? $"https://{Shipped.Name}{path}" : path;
        HttpRequestMessage request = new(method, new Uri(address, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true })) { Content = content };
        foreach ((string name, string value) in headers)
        {
            Assert.True(request.Headers.TryAddWithoutValidation(name, value));
        }

        return _http.SendAsync(request);
    }

    public async Task<HttpStatusCode> StatusAsync(HttpMethod method, string path, params (string Name, string Value)[] headers)
    {
        using HttpResponseMessage response = await SendAsync(method, path, method == HttpMethod.Post ? new StringContent("{}", null, "application/json") : null, headers);
        return response.StatusCode;
    }

    /// <summary>What the answer to a complaint says.</summary>
    public async Task<JsonNode> ComplainAsync(string email)
    {
        using HttpResponseMessage response = await SendAsync(HttpMethod.Post, "/api/complaints", Complaint(email));
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        return (await response.Content.ReadFromJsonAsync<JsonNode>())!;
    }

    public static HttpContent Complaint(string email) => JsonContent.Create(new
    {
        complainant = new { name = "Jeanne Martin", email },
        subject = "Sinistre non remboursé",
        description = "Toujours rien.",
    });

    public void Dispose() => _http.Dispose();
}
