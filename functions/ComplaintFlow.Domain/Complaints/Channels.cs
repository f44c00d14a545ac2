namespace ComplaintFlow.Domain.Complaints;

/// <summary>How a complaint arrived. Telephone and counter are oral.</summary>
public enum Channel
{
    Web,
    Email,
    Phone,
    Letter,
    Counter,
}

/// <summary>How the firm acknowledges or answers.</summary>
public enum AnswerChannel
{
    Email,
    Letter,
    Phone,
}

/// <summary>Consumer mediation is for consumers; a professional has no right to it by law.</summary>
public enum ComplainantKind
{
    Consumer,
    Professional,
}

/// <summary>Why a complaint was closed.</summary>
public enum Closure
{
    Satisfied,
    NoFollowUp,
    Withdrawn,
    Requalified,
    Merged,
    Mediation,
}

/// <summary>What came of the mediation.</summary>
public enum MediationOutcome
{
    Accepted,
    Rejected,
    Inadmissible,
    Withdrawn,
}

/// <summary>The deadlines whose miss is reported.</summary>
public enum DeadlineKind
{
    Acknowledgement,
    Response,
    LevelTwo,
}
