using System.Diagnostics;
using System.Net;
using Azure.Core;
using Azure.Core.Pipeline;
using ComplaintFlow.Functions.Storage;

namespace ComplaintFlow.Storage.Tests;

/// <summary>The way to the storage account, on which attempts meet the faults given for them, one after the other.</summary>
public sealed class FaultyNetwork : DelegatingHandler
{
    /// <summary>What happens to an attempt: it may send it on, before or instead of its fault.</summary>
    public delegate Task<HttpResponseMessage> Fault(Func<Task<HttpResponseMessage>> send);

    private readonly Queue<Fault> _faults = new();
    private readonly List<long> _attempts = [];

    public FaultyNetwork()
        : base(new SocketsHttpHandler())
    {
    }

    /// <summary>When each attempt was made.</summary>
    public IReadOnlyList<long> Attempts => _attempts;

    public static Task<HttpResponseMessage> Passes(Func<Task<HttpResponseMessage>> send) => send();

    public static Task<HttpResponseMessage> NeverArrives(Func<Task<HttpResponseMessage>> send) =>
        throw new HttpRequestException("The connection was refused.");

    public static Task<HttpResponseMessage> IsThrottled(Func<Task<HttpResponseMessage>> send) =>
        Task.FromResult(Error(HttpStatusCode.ServiceUnavailable, "ServerBusy"));

    public static Task<HttpResponseMessage> TimesOut(Func<Task<HttpResponseMessage>> send) =>
        Task.FromResult(Error(HttpStatusCode.InternalServerError, "OperationTimedOut"));

    /// <summary>Carried out, and the connection breaks before the answer.</summary>
    public static async Task<HttpResponseMessage> LosesItsAnswer(Func<Task<HttpResponseMessage>> send)
    {
        using HttpResponseMessage answer = await send();
        throw new HttpRequestException("The connection was reset.");
    }

    /// <summary>Carried out, and answered as if nobody knew.</summary>
    public static async Task<HttpResponseMessage> TimesOutLate(Func<Task<HttpResponseMessage>> send)
    {
        using HttpResponseMessage answer = await send();
        return Error(HttpStatusCode.InternalServerError, "OperationTimedOut");
    }

    /// <summary>An answer of the service, made up: tables explain theirs in JSON and blobs in XML, both also in a header.</summary>
    public static HttpResponseMessage Error(HttpStatusCode status, string code)
    {
        HttpResponseMessage response = new(status) { Content = new ByteArrayContent([]) };
        response.Headers.Add("x-ms-error-code", code);
        return response;
    }

    /// <summary>The faults of the attempts to come; those after them pass.</summary>
    public void Next(params IEnumerable<Fault> faults)
    {
        _attempts.Clear();
        _faults.Clear();
        foreach (Fault fault in faults)
        {
            _faults.Enqueue(fault);
        }
    }

    /// <summary>The account behind this network, with the options of the program except that they wait less between attempts.</summary>
    public StorageAccount AccountOf(Azurite azurite, TimeSpan? delay = null)
    {
        HttpPipelineTransport transport = new HttpClientTransport(new HttpClient(this, disposeHandler: false));
        return StorageAccount.Of(new StorageChoice.ByConnectionString(azurite.ConnectionString), options =>
        {
            options.Transport = transport;
            options.Retry.Delay = delay ?? TimeSpan.FromMilliseconds(1);
        });
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        _attempts.Add(Stopwatch.GetTimestamp());
        return (_faults.TryDequeue(out Fault? fault) ? fault : Passes)(() => base.SendAsync(request, cancellationToken));
    }
}
