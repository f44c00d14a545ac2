using System.Text.Json;
using Azure;
using Azure.Communication.Email;
using Azure.Core;
using Azure.Core.Pipeline;

namespace ComplaintFlow.LocalHost.Email;

/// <summary>The two requests of the service's REST API: send a mail, and ask how a sending stands.</summary>
internal sealed class EmailService(HttpPipeline pipeline, Uri endpoint, string version)
{
    /// <summary>Hands a mail over.</summary>
    /// <exception cref="RequestFailedException">It was not accepted.</exception>
    public async Task<Response> SendAsync(EmailMessage mail, Guid operationId, CancellationToken cancellationToken)
    {
        using HttpMessage message = pipeline.CreateMessage();
        message.Request.Method = RequestMethod.Post;
        message.Request.Uri.Reset(new Uri(endpoint, $"/emails:send?api-version={version}"));
        message.Request.Headers.SetValue("Operation-Id", operationId.ToString());
        message.Request.Headers.SetValue("Accept", "application/json");
        message.Request.Headers.SetValue("Content-Type", "application/json");
        message.Request.Content = RequestContent.Create(BinaryData.FromBytes(EmailJson.Write(mail)));
        await pipeline.SendAsync(message, cancellationToken).ConfigureAwait(false);
        return message.Response.Status == 202 ? message.Response : throw new RequestFailedException(message.Response);
    }

    /// <summary>Asks how a sending stands.</summary>
    /// <exception cref="RequestFailedException">The service does not know it (404), or cannot say.</exception>
    public async Task<SendingState> ReadAsync(string operationId, CancellationToken cancellationToken)
    {
        using HttpMessage message = Question(operationId);
        await pipeline.SendAsync(message, cancellationToken).ConfigureAwait(false);
        return StateOf(message.Response);
    }

    /// <inheritdoc cref="ReadAsync"/>
    public SendingState Read(string operationId, CancellationToken cancellationToken)
    {
        using HttpMessage message = Question(operationId);
        pipeline.Send(message, cancellationToken);
        return StateOf(message.Response);
    }

    private HttpMessage Question(string operationId)
    {
        HttpMessage message = pipeline.CreateMessage();
        message.Request.Method = RequestMethod.Get;
        message.Request.Uri.Reset(new Uri(endpoint, $"/emails/operations/{Uri.EscapeDataString(operationId)}?api-version={version}"));
        message.Request.Headers.SetValue("Accept", "application/json");
        return message;
    }

    private static SendingState StateOf(Response response)
    {
        if (response.Status != 200)
        {
            throw new RequestFailedException(response);
        }

        using JsonDocument document = JsonDocument.Parse(response.Content);
        return document.RootElement.TryGetProperty("status", out JsonElement status) && status.GetString() is { } name
            ? new SendingState(new EmailSendStatus(name), response)
            : throw new RequestFailedException(response);
    }
}
