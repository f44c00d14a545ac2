namespace ComplaintFlow.Crash.Intake;

/// <summary>How far the intake of a mail had come when the program was killed.</summary>
internal enum IntakeStep
{
    /// <summary>Nothing of it is on disk.</summary>
    Untouched,

    /// <summary>Its bytes are, and no row tells of them: nobody was promised anything.</summary>
    FileKept,

    /// <summary>From here on it must end as one complaint, or parked, though nobody brings it again.</summary>
    Kept,

    /// <summary>It has a reference.</summary>
    Claimed,

    /// <summary>Its documents lie with that reference.</summary>
    DocumentsKept,

    /// <summary>The complaint, or the parked mail, is there.</summary>
    Filed,

    /// <summary>What became of it is noted.</summary>
    Noted,

    /// <summary>The raw mail is forgotten; only the answer has not arrived.</summary>
    Released,
}
