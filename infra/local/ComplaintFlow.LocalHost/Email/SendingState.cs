using Azure;
using Azure.Communication.Email;

namespace ComplaintFlow.LocalHost.Email;

/// <summary>Where a sending stands, and the response that said so.</summary>
internal readonly record struct SendingState(EmailSendStatus Status, Response Response);
