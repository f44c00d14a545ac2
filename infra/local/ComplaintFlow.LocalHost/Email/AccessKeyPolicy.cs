using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace ComplaintFlow.LocalHost.Email;

/// <summary>
/// Signs each request with the access key: HMAC-SHA256 over method, path, date, host and the hash of the body, in the form
/// that Azure Communication Services documents for its REST API.
/// </summary>
internal sealed class AccessKeyPolicy(AzureKeyCredential credential) : HttpPipelinePolicy
{
    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        Sign(message.Request);
        ProcessNext(message, pipeline);
    }

    public override ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        Sign(message.Request);
        return ProcessNextAsync(message, pipeline);
    }

    private void Sign(Request request)
    {
        // The real clock, whatever clock the program runs on: the service compares it with its own.
        string date = TimeProvider.System.GetUtcNow().ToString("r", CultureInfo.InvariantCulture);
        string body = Convert.ToBase64String(SHA256.HashData(BytesOf(request.Content)));
        Uri uri = request.Uri.ToUri();
        string signed = $"{request.Method}\n{uri.PathAndQuery}\n{date};{uri.Authority};{body}";
        string signature = Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(credential.Key), Encoding.UTF8.GetBytes(signed)));
        request.Headers.SetValue("x-ms-date", date);
        request.Headers.SetValue("x-ms-content-sha256", body);
        request.Headers.SetValue("Authorization", $"HMAC-SHA256 SignedHeaders=x-ms-date;host;x-ms-content-sha256&Signature={signature}");
    }

    private static byte[] BytesOf(RequestContent? content)
    {
        using MemoryStream bytes = new();
        content?.WriteTo(bytes, CancellationToken.None);
        return bytes.ToArray();
    }
}
