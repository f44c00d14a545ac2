using Azure.Core;
using Azure.Core.Pipeline;

namespace ComplaintFlow.Functions.Storage.Azure;

/// <summary>
/// Notes that an attempt of a request ended without an answer that says whether it was carried out: the connection broke,
/// it took too long, or the service failed (5xx). The client library tries again by itself, and what the last attempt
/// answers may then be about a state that an earlier one has made.
/// </summary>
internal sealed class UnansweredAttempts : HttpPipelinePolicy
{
    private const string Name = "complaintflow-unanswered";

    /// <summary>Notes the attempts of the requests that are made until the result is disposed.</summary>
    public static IDisposable Watch(out Note note)
    {
        note = new Note();
        return HttpPipeline.CreateHttpMessagePropertiesScope(new Dictionary<string, object?> { [Name] = note });
    }

    /// <inheritdoc/>
    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        try
        {
            ProcessNext(message, pipeline);
        }
        catch
        {
            Take(message);
            throw;
        }

        Look(message);
    }

    /// <inheritdoc/>
    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        try
        {
            await ProcessNextAsync(message, pipeline);
        }
        catch
        {
            Take(message);
            throw;
        }

        Look(message);
    }

    private static void Look(HttpMessage message)
    {
        if (message.Response.Status is 408 or >= 500)
        {
            Take(message);
        }
    }

    private static void Take(HttpMessage message)
    {
        if (message.TryGetProperty(Name, out object? found) && found is Note note)
        {
            note.Any = true;
        }
    }

    /// <summary>Whether there was any.</summary>
    public sealed class Note
    {
        public bool Any { get; set; }
    }
}
