using ComplaintFlow.Mailboxes.Victim;

namespace ComplaintFlow.Mailboxes;

/// <summary>The program is killed with SIGKILL at each step of the intake. Started again, it loses and doubles nothing.</summary>
public sealed class KillTests
{
    [Fact]
    public Task Program_KilledAtEachStep_TakesEachMessageInOnce() =>
        Killing.AtEachAsync("", [.. Enum.GetValues<VictimStep>().Where(step => step != VictimStep.None)], "UID MOVE");
}

/// <summary>The same with a server that cannot move a message, which takes three steps.</summary>
public sealed class KillWithoutMoveTests
{
    [Fact]
    public Task Program_KilledAtEachStep_TakesEachMessageInOnce() =>
        Killing.AtEachAsync("protocol imap {\n  imap_capability = IMAP4rev1 UIDPLUS NAMESPACE\n}", [], "UID COPY", "UID STORE", "UID EXPUNGE");
}
