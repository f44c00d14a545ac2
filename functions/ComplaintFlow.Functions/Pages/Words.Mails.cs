using ComplaintFlow.Domain.Complaints;

namespace ComplaintFlow.Functions.Pages;

/// <summary>The mails of the outbox, for the firm's pages.</summary>
internal static partial class Words
{
    public static string Of(MailKind kind) => kind switch
    {
        MailKind.Acknowledgement => "Accusé de réception",
        MailKind.InvitationToWrite => "Invitation à écrire",
        MailKind.DatedCopy => "Copie datée",
        MailKind.Assignment => "Attribution",
        MailKind.AcknowledgementReminder => "Rappel : accusé de réception",
        MailKind.ResponseReminder => "Rappel : réponse",
        MailKind.DeadlineMissed => "Échéance dépassée",
        MailKind.MediatorInformation => "Information sur le médiateur",
        MailKind.Extension => "Prolongation du délai",
        MailKind.Progress => "Avancement",
        MailKind.ApprovalRequest => "Demande d’approbation",
        MailKind.Returned => "Projet retourné",
        MailKind.Answer => "Réponse",
        MailKind.ClientMessage => "Message du client",
        MailKind.Level2Request => "Demande de niveau 2",
        MailKind.DeliveryFailed => "Échec de remise",
        MailKind.WaitingMail => "Courriers en attente",
        MailKind.MailboxUnread => "Boîte non lue",
        MailKind.Closed => "Clôture",
        MailKind.SignIn => "Connexion",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a kind of mail."),
    };

    /// <summary>A kind by its wire name; an unknown one stays as it is.</summary>
    public static string OfMail(string kind) => WireName.TryParse(kind, out MailKind known) ? Of(known) : kind;

    /// <summary>The state of an effect by its wire name; an unknown one stays as it is.</summary>
    public static string OfEffectStatus(string status) => status switch
    {
        "pending" => "en attente",
        "sent" => "envoyé",
        "delivered" => "remis",
        "failed" => "échec",
        _ => status,
    };
}
