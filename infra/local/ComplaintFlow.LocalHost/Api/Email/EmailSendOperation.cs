using ComplaintFlow.LocalHost.Email;

namespace Azure.Communication.Email;

/// <summary>A sending under way, known to the service by its id.</summary>
public class EmailSendOperation : Operation<EmailSendResult>
{
    private static readonly TimeSpan PollingInterval = TimeSpan.FromSeconds(5);
    private readonly EmailClient _client;
    private Response? _response;
    private EmailSendResult? _value;
    private RequestFailedException? _failure;

    /// <summary>A sending that was begun before, maybe by another process.</summary>
    public EmailSendOperation(string id, EmailClient client)
        : this(id, client, null)
    {
    }

    /// <summary>For tests of callers.</summary>
    protected EmailSendOperation() => (Id, _client) = (null!, null!);

    internal EmailSendOperation(string id, EmailClient client, Response? accepted) => (Id, _client, _response) = (id, client, accepted);

    /// <inheritdoc/>
    public override string Id { get; }

    /// <inheritdoc/>
    public override bool HasCompleted => _value is not null || _failure is not null;

    /// <inheritdoc/>
    public override bool HasValue => _value is not null;

    /// <inheritdoc/>
    /// <exception cref="RequestFailedException">The mail could not be sent.</exception>
    /// <exception cref="InvalidOperationException">The sending is under way.</exception>
#pragma warning disable CA1065 // As on the real type.
    public override EmailSendResult Value => _value ?? throw (Exception?)_failure ?? new InvalidOperationException("The operation has not completed yet.");
#pragma warning restore CA1065

    /// <inheritdoc/>
    public override Response GetRawResponse() => _response!;

    /// <inheritdoc/>
    /// <exception cref="RequestFailedException">The service does not know the sending (404), or could not send the mail.</exception>
    public override Response UpdateStatus(CancellationToken cancellationToken = default) =>
        HasCompleted ? _response! : Take(_client.Service.Read(Id, cancellationToken));

    /// <inheritdoc/>
    /// <exception cref="RequestFailedException">The service does not know the sending (404), or could not send the mail.</exception>
    public override async ValueTask<Response> UpdateStatusAsync(CancellationToken cancellationToken = default) =>
        HasCompleted ? _response! : Take(await _client.Service.ReadAsync(Id, cancellationToken).ConfigureAwait(false));

    /// <inheritdoc/>
    public override ValueTask<Response<EmailSendResult>> WaitForCompletionAsync(CancellationToken cancellationToken = default) =>
        WaitForCompletionAsync(PollingInterval, cancellationToken);

    private Response Take(SendingState state)
    {
        _response = state.Response;
        if (state.Status == EmailSendStatus.Succeeded)
        {
            _value = new EmailSendResult(state.Status);
        }
        else if (state.Status == EmailSendStatus.Failed || state.Status == EmailSendStatus.Canceled)
        {
            _failure = new RequestFailedException(state.Response);
            throw _failure;
        }

        return state.Response;
    }
}
