namespace ComplaintFlow.Functions.Intake.Email;

/// <summary>The room that one mail has taken; given back when disposed.</summary>
public sealed class MailPlace : IDisposable
{
    /// <summary>Bytes from which on a mail leaves much behind.</summary>
    private const long Large = 1024 * 1024;

    private readonly MailRoom _room;
    private long _bytes;

    internal MailPlace(MailRoom room, long bytes)
    {
        _room = room;
        _bytes = bytes;
    }

    /// <summary>Keeps so many bytes and gives the others back: a mail whose length nobody said takes the room of the largest until it is read.</summary>
    public void ShrinkTo(long bytes)
    {
        long surplus = Math.Max(0, _bytes - bytes);
        _bytes -= surplus;
        _room.Free(surplus);
    }

    public void Dispose()
    {
        if (_bytes >= Large)
        {
            // The collector leaves large objects lying as long as the machine has memory to spare: twenty such mails in a
            // row would be a gigabyte. It is waited for: beside it the next one would already fill the room that it clears.
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true);
        }

        ShrinkTo(0);
    }
}
