namespace ComplaintFlow.Crash.Victim;

/// <summary>What a line of the victim says; the letter is on the line.</summary>
internal enum AnnouncementKind
{
    /// <summary>The host has started.</summary>
    Ready = 'R',

    /// <summary>A start is about to be asked for.</summary>
    StartTried = 's',

    /// <summary>A start was acknowledged.</summary>
    Started = 'S',

    /// <summary>An event is about to be raised; its number follows.</summary>
    EventTried = 'e',

    /// <summary>An event was acknowledged.</summary>
    Raised = 'E',

    /// <summary>The tokens of an instance as its custom status has them.</summary>
    Observed = 'C',

    /// <summary>How an instance ended: status, then output.</summary>
    Ended = 'O',

    /// <summary>The drain is over.</summary>
    Drained = 'D',

    /// <summary>The load itself has failed.</summary>
    Broken = 'X',
}
