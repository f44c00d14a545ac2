using ComplaintFlow.Domain.Complaints;

namespace ComplaintFlow.Domain.Tests.Complaints;

/// <summary>Every command a second time, at once and by the same person: harmless, and it says so.</summary>
public sealed class RepeatedActsTests
{
    /// <summary>From the status where the act is accepted, what the second one brings.</summary>
    private static readonly OutcomeTable Table = new("""
        command               | first in          | again
        Receive               | received          | exists
        Acknowledge           | received          | done
        Assign                | acknowledged      | done
        Draft                 | acknowledged      | done
        Submit                | awaiting-approval | done
        Approve               | awaiting-approval | done
        Return                | awaiting-approval | done
        RecordSent            | acknowledged      | nothing-to-send
        RecordCall            | acknowledged      | done
        Extend                | acknowledged      | done
        Escalate              | answered          | done
        Refer                 | in-mediation      | done
        RecordMediatorOutcome | in-mediation      | done
        RecordCourtAction     | answered          | done
        Transfer              | acknowledged      | done
        Note                  | acknowledged      | done
        Message               | acknowledged      | done
        Attach                | acknowledged      | done
        Correct               | acknowledged      | done
        Classify              | acknowledged      | done
        Resend                | answered          | done
        Merge                 | acknowledged      | done
        Absorb                | acknowledged      | done
        ChangeProcedure       | acknowledged      | done
        Hold                  | acknowledged      | done
        Release               | acknowledged      | done
        Requalify             | acknowledged      | done
        Withdraw              | acknowledged      | done
        Close                 | answered          | done
        Reopen                | closed            | done
        RecordMailSent        | acknowledged      | MailSent
        RecordMailDelivered   | acknowledged      | done
        RecordMailFailed      | acknowledged      | done
        """);

    [Fact]
    public void Table_OfCommands_IsComplete() => Assert.Equal(Acts.Names.Order(), Table.Rows.Order());

    [Fact]
    public void Act_ASecondTime_HasTheOutcomeOfTheTable() => Table.IsConfirmedBy((command, column) =>
    {
        if (column == "first in")
        {
            return Table[command, column];
        }

        Assert.True(WireName.TryParse(Table[command, "first in"], out Status status));
        ComplaintLife life = Acts.LifeIn(status);
        Command act = Acts.ByTheRightPerson(command, life);
        life.Try(act);
        return life.Try(act);
    });

    [Fact]
    public void Note_OfAnotherPersonOrOtherWords_IsASecondFact()
    {
        ComplaintLife life = Acts.LifeIn(Status.Acknowledged);
        life.Do(new Note(TestFirm.Anne, life.Now, "Vu."));
        Assert.Equal("NoteAdded", life.Try(new Note(TestFirm.Manon, life.Now, "Vu.")));
        Assert.Equal("NoteAdded", life.Try(new Note(TestFirm.Manon, life.Now, "Revu.")));
    }

    [Fact]
    public void Call_OfAnotherPersonOrOtherWords_IsASecondFact()
    {
        ComplaintLife life = Acts.LifeIn(Status.Acknowledged);
        life.Do(new RecordCall(TestFirm.Anne, life.Now, "Appel.", false, null));
        Assert.Equal("CallRecorded", life.Try(new RecordCall(TestFirm.Manon, life.Now, "Appel.", false, null)));
        Assert.Equal("CallRecorded", life.Try(new RecordCall(TestFirm.Manon, life.Now, "Autre appel.", false, null)));
        Assert.Equal("CallRecorded", life.Try(new RecordCall(TestFirm.Manon, life.Now, "Autre appel.", true, null)));
    }

    [Theory]
    [InlineData("2026-03-03 08:59", "done")]
    [InlineData("2026-03-03 09:00", null)]
    public void Words_SaidAgainADayLater_AreSaidAnew(string later, string? outcome)
    {
        ComplaintLife life = Acts.LifeIn(Status.Acknowledged);
        Command[] Words() =>
        [
            new Message(Actor.Client, life.Now, "Toujours rien ?"),
            new Message(TestFirm.Anne, life.Now, "Nous attendons l’expert."),
            new Note(TestFirm.Anne, life.Now, "Assureur relancé."),
            new RecordCall(TestFirm.Anne, life.Now, "Message laissé.", false, null),
        ];
        Assert.All(Words(), word => life.Do(word));
        life.SleepUntil(later);
        string[] anew = [nameof(MessageReceived), nameof(MessageSent), nameof(NoteAdded), nameof(CallRecorded)];
        Assert.Equal(anew.Select(fact => outcome ?? fact), Words().Select(life.Try));
    }

    [Fact]
    public void Absorb_OfAnotherComplaint_IsASecondFact()
    {
        ComplaintLife life = Acts.LifeIn(Status.Acknowledged);
        life.Do(new Absorb(TestFirm.Manon, life.Now, "R26-AAAA-AAAA"));
        Assert.Equal("Absorbed", life.Try(new Absorb(TestFirm.Manon, life.Now, "R26-BBBB-BBBB")));
    }

    [Fact]
    public void Merge_IntoAnotherAfterwards_IsRefused()
    {
        ComplaintLife life = Acts.LifeIn(Status.Acknowledged);
        life.Do(new Merge(TestFirm.Manon, life.Now, "R26-AAAA-AAAA"));
        Assert.Equal("closed", life.Try(new Merge(TestFirm.Manon, life.Now, "R26-BBBB-BBBB")));
    }
}
