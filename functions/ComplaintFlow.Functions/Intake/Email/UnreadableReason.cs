namespace ComplaintFlow.Functions.Intake.Email;

/// <summary>Why bytes are no mail.</summary>
public enum UnreadableReason
{
    /// <summary>Nothing, or only blanks.</summary>
    Empty,

    /// <summary>Text without a header: the whole of it is the text.</summary>
    NoHeader,

    /// <summary>Bytes that are no text either.</summary>
    Binary,

    /// <summary>The reading failed: a fault of this program, with the kind of error among the notes.</summary>
    Failed,
}
