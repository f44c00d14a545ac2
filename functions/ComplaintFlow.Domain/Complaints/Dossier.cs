namespace ComplaintFlow.Domain.Complaints;

/// <summary>What people wrote and who they are: the fold of the private parts. Empty once erased.</summary>
public sealed record Dossier
{
    public Complainant? Complainant { get; init; }

    public Representative? Representative { get; init; }

    public string? Subject { get; init; }

    public string? Description { get; init; }

    public string? Contract { get; init; }

    /// <summary>What stood around <see cref="Description"/>, where the complaint came by mail.</summary>
    public MailFrame? Mail { get; init; }

    /// <summary>The texts of the drafts, by number.</summary>
    public IReadOnlyDictionary<int, string> DraftTexts { get; init; } = new Dictionary<int, string>();

    /// <summary>The names of the attachments, by id.</summary>
    public IReadOnlyDictionary<string, string> FileNames { get; init; } = new Dictionary<string, string>();

    /// <summary>Where mails to the client go: to the complainant, else to the representative.</summary>
    public string? Email => Complainant?.Email ?? Representative?.Email;

    public static Dossier Of(IEnumerable<JournalLine> journal)
    {
        Dossier dossier = new();
        Dictionary<int, string> drafts = [];
        Dictionary<string, string> files = [];
        foreach (JournalLine line in journal)
        {
            if (line.Private is not { } part)
            {
                continue;
            }

            dossier = dossier with
            {
                Complainant = part.Complainant ?? dossier.Complainant,
                Representative = part.Representative ?? dossier.Representative,
                Subject = part.Subject ?? dossier.Subject,
                Description = part.Description ?? dossier.Description,
                Contract = part.Contract ?? dossier.Contract,
            };
            switch (line.Fact)
            {
                case ComplaintReceived:
                    dossier = dossier with { Mail = part.Mail };
                    break;
                case Drafted drafted:
                    drafts[drafted.Number] = part.Text ?? "";
                    break;
                case CallRecorded { ConfirmationDraft: { } number }:
                    drafts.TryAdd(number, part.Text ?? "");
                    break;
                case AttachmentAdded attachment:
                    files[attachment.Id] = part.FileName ?? attachment.Id;
                    break;
            }
        }

        return dossier with { DraftTexts = drafts, FileNames = files };
    }
}
