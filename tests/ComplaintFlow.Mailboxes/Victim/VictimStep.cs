namespace ComplaintFlow.Mailboxes.Victim;

/// <summary>After which step of the intake the program is killed.</summary>
public enum VictimStep
{
    /// <summary>Somebody else kills it.</summary>
    None,
    Fetched,
    RawStored,
    Claimed,
    Filed,
    Settled,
    Released,
}
