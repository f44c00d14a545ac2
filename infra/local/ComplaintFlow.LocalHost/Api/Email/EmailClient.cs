using Azure.Core;
using Azure.Core.Pipeline;
using ComplaintFlow.LocalHost.Email;

namespace Azure.Communication.Email;

/// <summary>Sends mails by Azure Communication Services.</summary>
public class EmailClient
{
    private const string Scope = "https://communication.azure.com//.default";
    private readonly EmailService _service;

    /// <summary>A client with the access key of a connection string, <c>endpoint=https://…;accesskey=…</c>.</summary>
    /// <exception cref="ArgumentException">It is not such a string.</exception>
    public EmailClient(string connectionString)
        : this(connectionString, new EmailClientOptions(EmailClientOptions.ServiceVersion.V2023_03_31))
    {
    }

    /// <summary>A client with the access key of a connection string, <c>endpoint=https://…;accesskey=…</c>.</summary>
    /// <exception cref="ArgumentException">It is not such a string.</exception>
    public EmailClient(string connectionString, EmailClientOptions options)
        : this(CommunicationConnectionString.Parse(connectionString), options ?? new EmailClientOptions(EmailClientOptions.ServiceVersion.V2023_03_31))
    {
    }

    /// <summary>A client with an access key.</summary>
    public EmailClient(Uri endpoint, AzureKeyCredential credential, EmailClientOptions? options = null)
        : this(endpoint, new AccessKeyPolicy(credential), options)
    {
    }

    /// <summary>A client with an identity.</summary>
    public EmailClient(Uri endpoint, TokenCredential credential, EmailClientOptions? options = null)
        : this(endpoint, new BearerTokenAuthenticationPolicy(credential, Scope), options)
    {
    }

    /// <summary>For tests of callers.</summary>
    protected EmailClient() => _service = null!;

    private EmailClient(CommunicationConnectionString parts, EmailClientOptions options)
        : this(parts.Endpoint, new AzureKeyCredential(parts.AccessKey), options)
    {
    }

    private EmailClient(Uri endpoint, HttpPipelinePolicy authentication, EmailClientOptions? options)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        options ??= new EmailClientOptions(EmailClientOptions.ServiceVersion.V2023_03_31);
        _service = new EmailService(HttpPipelineBuilder.Build(options, authentication), endpoint, options.ApiVersion);
    }

    internal EmailService Service => _service;

    /// <summary>Hands a mail to the service.</summary>
    /// <param name="wait">Whether to come back once it has been taken over or once it has been sent.</param>
    /// <param name="message">The mail.</param>
    /// <param name="operationId">The caller's id for this sending: the service takes each one once.</param>
    /// <param name="cancellationToken">Ends the waiting; the mail may leave all the same.</param>
    /// <exception cref="RequestFailedException">The service refused it, or, when waiting, failed to send it.</exception>
    public virtual async Task<EmailSendOperation> SendAsync(
        WaitUntil wait, EmailMessage message, Guid operationId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(message);
        Response accepted = await _service.SendAsync(message, operationId, cancellationToken).ConfigureAwait(false);
        EmailSendOperation operation = new(operationId.ToString(), this, accepted);
        if (wait == WaitUntil.Completed)
        {
            await operation.WaitForCompletionAsync(cancellationToken).ConfigureAwait(false);
        }

        return operation;
    }
}
