using System.Collections.Concurrent;
using System.IO.Compression;
using System.Net;
using System.Text;

namespace ComplaintFlow.Scenarios.App;

/// <summary>A receiver of OTLP over HTTP or of what goes to Application Insights, as small as it can be: it keeps the spans of the one, and the words of everything.</summary>
public sealed class TelemetryReceiver : IDisposable
{
    /// <summary>The path of everything that goes to Application Insights.</summary>
    public const string ApplicationInsights = "/v2.1/track";

    private readonly HttpListener _listener = new();
    private readonly ConcurrentQueue<OtlpSpan> _spans = new();
    private readonly ConcurrentDictionary<string, string> _words = new();

    public TelemetryReceiver(int port)
    {
        Address = $"http://127.0.0.1:{port}";
        _listener.Prefixes.Add($"{Address}/");
        _listener.Start();
        _ = AnswerAsync();
    }

    public string Address { get; }

    public IReadOnlyList<OtlpSpan> Spans => [.. _spans];

    /// <summary>Everything that came to a path, as text: <c>/v1/metrics</c>, <c>/v1/logs</c>, <see cref="ApplicationInsights"/>.</summary>
    public string WordsOf(string path) => _words.GetValueOrDefault(path, "");

    public void Dispose() => _listener.Close();

    private async Task AnswerAsync()
    {
        while (_listener.IsListening)
        {
            try
            {
                HttpListenerContext context = await _listener.GetContextAsync();
                string path = context.Request.Url!.AbsolutePath;
                bool isPacked = context.Request.Headers["Content-Encoding"] == "gzip";
                await using Stream sent = isPacked ? new GZipStream(context.Request.InputStream, CompressionMode.Decompress) : context.Request.InputStream;
                using MemoryStream body = new();
                await sent.CopyToAsync(body);
                Keep(path, body.ToArray());
                byte[] answer = path == ApplicationInsights
                    ? """{"itemsReceived":1,"itemsAccepted":1,"errors":[]}"""u8.ToArray()
                    : [];
                context.Response.ContentType = path == ApplicationInsights ? "application/json" : "application/x-protobuf";
                context.Response.Close(answer, willBlock: false);
            }
            catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private void Keep(string path, byte[] body)
    {
        _words.AddOrUpdate(path, Encoding.UTF8.GetString(body), (_, before) => before + Encoding.UTF8.GetString(body));
        if (path == "/v1/traces")
        {
            foreach (OtlpSpan span in OtlpSpan.Read(body))
            {
                _spans.Enqueue(span);
            }
        }
    }
}
