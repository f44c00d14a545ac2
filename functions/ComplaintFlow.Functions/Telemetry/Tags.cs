namespace ComplaintFlow.Functions.Telemetry;

/// <summary>The tags of spans and metrics. None holds a name, an address, words or a link; metrics never have the reference.</summary>
public static class Tags
{
    /// <summary>Of spans only. It is the firm's number for a case, by which its traces are found; it says nothing of a person.</summary>
    public const string Reference = "complaint.reference";

    public const string Channel = "complaint.channel";

    public const string Level = "complaint.level";

    /// <summary>Days since the receipt: <c>0-10</c>, <c>11-30</c>, <c>31-60</c>, <c>61+</c>.</summary>
    public const string Age = "complaint.age";

    /// <summary><c>true</c> or <c>false</c>, as text.</summary>
    public const string InTime = "in_time";

    public const string Deadline = "deadline";

    public const string MailKind = "mail.kind";

    /// <summary>The id of the mail, from which its Message-ID is made.</summary>
    public const string MailId = "mail.id";

    /// <summary>Counts from 1.</summary>
    public const string Attempt = "mail.attempt";

    public const string Outcome = "outcome";

    /// <summary>What the partition of a store call is for, not its name.</summary>
    public const string Partition = "store.partition";

    /// <summary>Rows that were read, operations that were written.</summary>
    public const string Rows = "store.rows";

    public const string Function = "faas.name";

    public const string Method = "http.request.method";

    /// <summary>The route, never the path: paths have links in them, which are keys.</summary>
    public const string Route = "http.route";

    public const string Status = "http.response.status_code";

    /// <summary>The type of an exception, never its message.</summary>
    public const string Error = "error.type";
}
