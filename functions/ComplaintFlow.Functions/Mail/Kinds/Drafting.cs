using ComplaintFlow.Domain.Complaints;

namespace ComplaintFlow.Functions.Mail.Kinds;

/// <summary>Who wrote a draft and how it is to leave, as the journal has it; empty when the journal does not know it.</summary>
internal sealed record Drafting(string? Author, AnswerChannel? Channel)
{
    public static Drafting Of(MailMaterial mail, int number)
    {
        foreach (JournalLine line in mail.Journal)
        {
            switch (line.Fact)
            {
                case Drafted fact when fact.Number == number:
                    return new Drafting(fact.Author, fact.Channel);
                case CallRecorded fact when fact.ConfirmationDraft == number:
                    return new Drafting(line.Actor.Email, fact.ConfirmationChannel);
            }
        }

        return mail.Complaint.Draft is { } latest && latest.Number == number
            ? new Drafting(latest.Author, latest.Channel)
            : new Drafting(null, null);
    }
}
