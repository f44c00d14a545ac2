using ComplaintFlow.Functions.Http;
using ComplaintFlow.Functions.Intake.Email;

namespace ComplaintFlow.Mail.Tests.Incoming;

/// <summary>However many mails are brought at once, so many bytes of them are in memory, and no one waits for ever.</summary>
public sealed class MailRoomTests
{
    private readonly MailRoom _room = new();

    [Fact]
    public async Task Enter_WhileThereIsRoom_WaitsForNobody()
    {
        for (long left = MailRoom.Size; left >= 20_000; left -= 20_000)
        {
            Assert.True(_room.EnterAsync(20_000, default).IsCompletedSuccessfully);
        }

        Assert.False(_room.EnterAsync(20_000, default).IsCompleted);
        await Task.CompletedTask;
    }

    [Fact]
    public async Task Enter_TwoLargestMails_ComeOneAfterTheOther()
    {
        MailPlace first = await _room.EnterAsync(BodyLimits.Mail, default);
        Task<MailPlace> second = _room.EnterAsync(BodyLimits.Mail, default);
        Task<MailPlace> small = _room.EnterAsync(1_000, default);
        Assert.False(second.IsCompleted);
        Assert.False(small.IsCompleted, "A small one that came later goes before the large one for ever.");

        first.Dispose();
        first.Dispose();
        await second;
        await small;
        Assert.False(_room.EnterAsync(BodyLimits.Mail, default).IsCompleted, "What was given back twice counts once.");
    }

    [Fact]
    public async Task Enter_WhenTheFirstInLineGoesAway_LetsTheNextIn()
    {
        using CancellationTokenSource patience = new();
        using MailPlace first = await _room.EnterAsync(BodyLimits.Mail, default);
        Task<MailPlace> gone = _room.EnterAsync(BodyLimits.Mail, patience.Token);
        Task<MailPlace> small = _room.EnterAsync(1_000, default);
        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => gone);
        await small;
    }

    [Fact]
    public async Task Enter_LargerThanTheRoom_HasAllOfIt()
    {
        MailPlace giant = await _room.EnterAsync(long.MaxValue, default);
        Task<MailPlace> small = _room.EnterAsync(1, default);
        Assert.False(small.IsCompleted);
        giant.Dispose();
        await small;
    }

    [Fact]
    public async Task Place_OfAMailThatProvedSmall_LeavesTheRestToOthers()
    {
        MailPlace first = await _room.EnterAsync(BodyLimits.Mail, default);
        Task<MailPlace> second = _room.EnterAsync(BodyLimits.Mail, default);
        Assert.False(second.IsCompleted);
        first.ShrinkTo(20_000);
        await second;
        first.ShrinkTo(BodyLimits.Mail);
        Assert.False(_room.EnterAsync(BodyLimits.Mail, default).IsCompleted);
    }
}
