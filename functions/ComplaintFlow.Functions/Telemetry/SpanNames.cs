namespace ComplaintFlow.Functions.Telemetry;

/// <summary>The names of spans (docs/telemetry.md). A request is named by its method and route, a timer by its function.</summary>
public static class SpanNames
{
    /// <summary>The source of all of them.</summary>
    public const string Source = "ComplaintFlow";

    /// <summary>One turn of a complaint: what time has brought is written down.</summary>
    public const string Turn = "turn";

    /// <summary>One mail of a complaint's outbox is carried out.</summary>
    public const string Mail = "mail";

    /// <summary>A mail is handed to whatever carries mails.</summary>
    public const string Send = "send";

    /// <summary>A mail that came in is judged and filed.</summary>
    public const string Intake = "intake";

    public const string Find = "store find";

    public const string Read = "store read";

    public const string Write = "store write";
}
