using System.Net;
using System.Text;
using ComplaintFlow.Simulation.Schedule;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace ComplaintFlow.Simulation.World;

/// <summary>What a client sends.</summary>
/// <param name="Method">GET or POST.</param>
/// <param name="Path">The path.</param>
/// <param name="ContentType">Of the body; null without one.</param>
/// <param name="Body">The body.</param>
/// <param name="Headers">The other headers.</param>
public sealed record Call(string Method, string Path, string? ContentType = null, string? Body = null, params (string Name, string Value)[] Headers);

/// <summary>What came back; status 0 when the connection was lost, and nobody knows what was done.</summary>
public sealed record Answer(int Status, string Body, IHeaderDictionary Headers)
{
    public static Answer Lost { get; } = new(0, "", new HeaderDictionary());

    public bool IsDone => Status is >= 200 and < 400;

    public bool IsRefused => Status is >= 400 and < 500;
}

/// <summary>The host's web server without a network: requests run in process, in the host's lane, through all of its pipeline.</summary>
internal sealed class SimulatedServer(Lane lane) : IServer
{
    private readonly List<TaskCompletionSource<Answer>> _open = [];
    private Func<IFeatureCollection, Task>? _process;

    public IFeatureCollection Features { get; } = new FeatureCollection();

    public Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken)
        where TContext : notnull
    {
        _process = async features =>
        {
            TContext context = application.CreateContext(features);
            try
            {
                await application.ProcessRequestAsync(context);
                application.DisposeContext(context, null);
            }
            catch (Exception exception)
            {
                features.GetRequiredFeature<IHttpResponseFeature>().StatusCode = StatusCodes.Status500InternalServerError;
                application.DisposeContext(context, exception);
            }
        };
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose()
    {
    }

    /// <summary>Sends a request; the answer comes when it comes, or <see cref="Answer.Lost"/> with a crash.</summary>
    public Task<Answer> SendAsync(Call call)
    {
        TaskCompletionSource<Answer> answer = new();
        if (_process is not { } process || lane.IsDropped)
        {
            return Task.FromResult(Answer.Lost);
        }

        _open.Add(answer);
        _ = lane.StartAsync(async () =>
        {
            using MemoryStream body = new();
            RecordedResponse response = new();
            await process(FeaturesOf(call, response, body));
            await response.CompleteAsync();
            _open.Remove(answer);
            answer.TrySetResult(new Answer(response.StatusCode, Encoding.UTF8.GetString(body.GetBuffer(), 0, (int)body.Length), response.Headers));
        });
        return answer.Task;
    }

    /// <summary>All connections break.</summary>
    public void Break()
    {
        foreach (TaskCompletionSource<Answer> answer in _open.ToArray())
        {
            answer.TrySetResult(Answer.Lost);
        }

        _open.Clear();
    }

    private static FeatureCollection FeaturesOf(Call call, RecordedResponse response, Stream body)
    {
        byte[] content = Encoding.UTF8.GetBytes(call.Body ?? "");
        HttpRequestFeature request = new() { Method = call.Method, Path = call.Path, Scheme = "http", Protocol = "HTTP/1.1", Body = new MemoryStream(content) };
        request.Headers.Host = "complaints.test";
        request.Headers.Accept = call.ContentType == "application/x-www-form-urlencoded" ? "text/html" : "application/json";
        if (call.ContentType is { } type)
        {
            request.Headers.ContentType = type;
            request.Headers.ContentLength = content.Length;
        }

        foreach ((string name, string value) in call.Headers)
        {
            request.Headers[name] = value;
        }

        FeatureCollection features = new();
        features.Set<IHttpRequestFeature>(request);
        features.Set<IHttpResponseFeature>(response);
        features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(body));
        features.Set<IHttpRequestLifetimeFeature>(new HttpRequestLifetimeFeature { RequestAborted = CancellationToken.None });
        features.Set<IHttpConnectionFeature>(new HttpConnectionFeature { RemoteIpAddress = IPAddress.Loopback });
        return features;
    }

    private sealed class RecordedResponse : HttpResponseFeature
    {
        private readonly List<(Func<object, Task> Callback, object State)> _completed = [];

        public override void OnCompleted(Func<object, Task> callback, object state) => _completed.Add((callback, state));

        public async Task CompleteAsync()
        {
            foreach ((Func<object, Task> callback, object state) in Enumerable.Reverse(_completed))
            {
                await callback(state);
            }
        }
    }
}
