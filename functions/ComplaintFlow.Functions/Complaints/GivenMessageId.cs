namespace ComplaintFlow.Functions.Complaints;

/// <summary>The Message-ID that a mail service gave a mail of ours in place of the one it was handed.</summary>
/// <param name="MessageId">Without brackets, as the service reported it.</param>
/// <param name="At">When it was reported.</param>
public sealed record GivenMessageId(string MessageId, DateTimeOffset At);
