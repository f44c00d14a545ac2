namespace ComplaintFlow.Functions.Intake.Email;

/// <summary>What whoever treats a mail should know, as a note in the file.</summary>
public static class MailNotes
{
    private const int Most = 30;

    /// <summary>French, one thing a line; null when there is nothing to say.</summary>
    /// <param name="named">The complaint that the mail names without being joined to it.</param>
    public static string? Of(IncomingMail mail, MailFiles documents, NamedComplaint? named)
    {
        List<string> lines = [];
        if (named is not null)
        {
            lines.Add(named.IsMadeUp
                ? $"Ce message a été envoyé à une adresse de réponse que nous n’avons pas faite, au nom de la réclamation {named.Complaint.Reference} : il n’y a pas été joint."
                : named.IsClients
                ? $"Ce message répond à la réclamation {named.Complaint.Reference}, qui est close : une nouvelle réclamation est ouverte."
                : $"Ce message cite la référence {named.Complaint.Reference}, mais ne vient pas de l’adresse de ce réclamant : il n’y a pas été joint.");
        }

        lines.AddRange(mail.Notes.Take(Most).Select(Words).OfType<string>());
        if (documents.LeftOut.Count > 0)
        {
            lines.Add($"Pièces non reprises, à lire dans {MailFiles.WholeMail} :");
            lines.AddRange(documents.LeftOut.Take(Most).Select(line => $"– {line}"));
        }

        return lines.Count == 0 ? null : string.Join('\n', lines);
    }

    private static string? Words(MailNote note) => note.Kind switch
    {
        MailNoteKind.TextCut => $"Le texte est plus long que ce qui est repris : il est entier dans {note.Detail}.",
        MailNoteKind.SubjectCut => "L’objet a été raccourci.",
        MailNoteKind.SeveralSenders => $"Plusieurs expéditeurs : {note.Detail}.",
        MailNoteKind.MisleadingName => $"Le nom de l’expéditeur montre une autre adresse que la sienne : {note.Detail}.",
        MailNoteKind.RepliesElsewhere => $"Les réponses vont à une autre adresse que celle de l’expéditeur : {note.Detail}.",
        MailNoteKind.Relayed => $"Envoyé par un formulaire ou un relais : {note.Detail}.",
        MailNoteKind.Encrypted => "Message chiffré : son contenu ne peut pas être lu ici.",
        MailNoteKind.TnefKept => "Un fichier winmail.dat n’a pas pu être ouvert.",
        MailNoteKind.TypeDiffers => $"Le contenu d’une pièce n’est pas ce que dit son nom : {note.Detail}.",
        MailNoteKind.NotListed => "Des pièces imbriquées ne sont que dans le message entier.",
        MailNoteKind.Failed => "Une partie du message n’a pas pu être lue.",
        MailNoteKind.CharsetGuessed or MailNoteKind.Signed or MailNoteKind.TnefUnpacked or MailNoteKind.Uuencoded or MailNoteKind.Program => null,
        _ => throw new InvalidOperationException($"No words for {note.Kind}."),
    };
}
