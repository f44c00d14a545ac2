using System.Collections.Concurrent;
using System.Net;
using System.Text;

namespace ComplaintFlow.Scenarios.App;

/// <summary>A receiver of OTLP over HTTP, as small as it can be: it keeps the spans, and the words of everything else.</summary>
public sealed class OtlpReceiver : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly ConcurrentQueue<OtlpSpan> _spans = new();
    private readonly ConcurrentDictionary<string, string> _words = new();

    public OtlpReceiver(int port)
    {
        Address = $"http://127.0.0.1:{port}";
        _listener.Prefixes.Add($"{Address}/");
        _listener.Start();
        _ = AnswerAsync();
    }

    public string Address { get; }

    public IReadOnlyList<OtlpSpan> Spans => [.. _spans];

    /// <summary>Everything that came to <c>/v1/metrics</c> or <c>/v1/logs</c>, as text.</summary>
    public string WordsOf(string path) => _words.GetValueOrDefault(path, "");

    public void Dispose() => _listener.Close();

    private async Task AnswerAsync()
    {
        while (_listener.IsListening)
        {
            try
            {
                HttpListenerContext context = await _listener.GetContextAsync();
                using MemoryStream body = new();
                await context.Request.InputStream.CopyToAsync(body);
                Keep(context.Request.Url!.AbsolutePath, body.ToArray());
                context.Response.ContentType = "application/x-protobuf";
                context.Response.Close();
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
