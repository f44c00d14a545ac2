using ComplaintFlow.Domain.Complaints;

namespace ComplaintFlow.Domain.Tests.Complaints;

/// <summary>Every command in every status, for the plainest complaint in each: the facts, <c>done</c>, or the refusal.</summary>
public sealed class ActsByStatusTests
{
    private static readonly OutcomeTable Table = new("""
        command               | received           | acknowledged         | awaiting-approval        | answered             | in-mediation         | closed
        Receive               | exists             | exists               | exists                   | exists               | exists               | exists
        Acknowledge           | Acknowledged       | done                 | done                     | done                 | done                 | done
        Assign                | Assigned           | Assigned             | Assigned                 | Assigned             | Assigned             | closed
        Draft                 | Drafted            | Drafted              | Drafted                  | Drafted              | Drafted              | closed
        Submit                | no-draft           | no-draft             | done                     | done                 | done                 | closed
        Approve               | nothing-to-approve | nothing-to-approve   | Approved, AnswerReleased | done                 | done                 | done
        Return                | nothing-to-approve | nothing-to-approve   | Returned                 | nothing-to-approve   | nothing-to-approve   | closed
        RecordSent            | nothing-to-send    | nothing-to-send      | nothing-to-send          | nothing-to-send      | nothing-to-send      | closed
        RecordCall            | CallRecorded       | CallRecorded         | not-now                  | already-answered     | not-now              | closed
        Extend                | Extended           | Extended             | Extended                 | already-answered     | not-now              | closed
        Escalate              | too-early-to-escalate | too-early-to-escalate | too-early-to-escalate | Escalated            | not-now              | Escalated
        Refer                 | mediator-not-open  | mediator-not-open    | mediator-not-open        | mediator-not-open    | done                 | mediator-not-open
        RecordMediatorOutcome | not-in-mediation   | not-in-mediation     | not-in-mediation         | not-in-mediation     | MediatorDecided      | closed
        RecordCourtAction     | CourtActionStarted | CourtActionStarted   | CourtActionStarted       | CourtActionStarted   | CourtActionStarted   | CourtActionStarted
        Transfer              | Transferred        | Transferred          | Transferred              | Transferred          | Transferred          | closed
        Note                  | NoteAdded          | NoteAdded            | NoteAdded                | NoteAdded            | NoteAdded            | NoteAdded
        Message               | MessageSent        | MessageSent          | MessageSent              | MessageSent          | MessageSent          | closed
        Attach                | AttachmentAdded    | AttachmentAdded      | AttachmentAdded          | AttachmentAdded      | AttachmentAdded      | closed
        Correct               | Corrected          | Corrected            | Corrected                | Corrected            | Corrected            | Corrected
        Classify              | Classified         | Classified           | Classified               | Classified           | Classified           | closed
        Resend                | ResendRequested    | ResendRequested      | ResendRequested          | ResendRequested      | ResendRequested      | ResendRequested
        Merge                 | Closed             | Closed               | Closed                   | Closed               | Closed               | closed
        Absorb                | Absorbed           | Absorbed             | Absorbed                 | Absorbed             | Absorbed             | closed
        ChangeProcedure       | ProcedureChanged   | ProcedureChanged     | ProcedureChanged         | ProcedureChanged     | ProcedureChanged     | closed
        Hold                  | HoldPlaced         | HoldPlaced           | HoldPlaced               | HoldPlaced           | HoldPlaced           | HoldPlaced
        Release               | done               | done                 | done                     | done                 | done                 | done
        Requalify             | Closed             | Closed               | Closed                   | Closed               | Closed               | closed
        Withdraw              | Closed             | Closed               | Closed                   | Closed               | Closed               | closed
        Close                 | not-answered       | not-answered         | not-answered             | Closed               | not-now              | done
        Reopen                | not-closed         | not-closed           | not-closed               | not-closed           | not-closed           | Reopened
        RecordMailSent        | MailSent           | MailSent             | MailSent                 | MailSent             | MailSent             | MailSent
        RecordMailDelivered   | MailDelivered      | MailDelivered        | MailDelivered            | MailDelivered        | MailDelivered        | MailDelivered
        RecordMailFailed      | MailFailed         | MailFailed           | MailFailed               | MailFailed           | MailFailed           | MailFailed
        """);

    [Fact]
    public void Table_OfCommandsAndStatuses_IsComplete()
    {
        Assert.Equal(Acts.Names.Order(), Table.Rows.Order());
        Assert.Equal(WireName.All<Status>(), Table.Columns);
    }

    [Fact]
    public void Act_InEveryStatus_HasTheOutcomeOfTheTable() => Table.IsConfirmedBy((command, status) =>
    {
        ComplaintLife life = LifeIn(status);
        return life.Try(Acts.ByTheRightPerson(command, life));
    });

    /// <summary>What is refused or was done before leaves no trace; what is accepted adds exactly its facts.</summary>
    [Fact]
    public void Act_ThatIsNotAccepted_ChangesNothing()
    {
        foreach (string command in Acts.Names)
        {
            foreach (string status in Table.Columns)
            {
                ComplaintLife life = LifeIn(status);
                (int lines, int mails, Complaint before) = (life.Journal.Count, life.Mails.Count, life.Complaint);
                life.Try(Acts.ByTheRightPerson(command, life));
                bool accepted = char.IsUpper(Table[command, status][0]);
                Assert.Equal(lines + (accepted ? Table[command, status].Split(',').Length : 0), life.Journal.Count);
                Assert.True(accepted || (life.Mails.Count == mails && ReferenceEquals(before, life.Complaint)));
            }
        }
    }

    private static ComplaintLife LifeIn(string status)
    {
        Assert.True(WireName.TryParse(status, out Status known));
        ComplaintLife life = Acts.LifeIn(known);
        Assert.Equal(known, life.Complaint.Status);
        return life;
    }
}
