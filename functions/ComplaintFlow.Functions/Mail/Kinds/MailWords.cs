using ComplaintFlow.Domain.Complaints;

namespace ComplaintFlow.Functions.Mail.Kinds;

/// <summary>The values of the domain as people read them in a French sentence.</summary>
internal static class MailWords
{
    public static string Of(Channel channel) => channel switch
    {
        Channel.Web => "formulaire du site",
        Channel.Email => "e-mail",
        Channel.Phone => "téléphone",
        Channel.Letter => "courrier",
        Channel.Counter => "visite au cabinet",
        _ => throw new ArgumentOutOfRangeException(nameof(channel), channel, "Not a channel."),
    };

    public static string Of(AnswerChannel channel) => channel switch
    {
        AnswerChannel.Email => "par e-mail",
        AnswerChannel.Letter => "par lettre",
        AnswerChannel.Phone => "par téléphone",
        _ => throw new ArgumentOutOfRangeException(nameof(channel), channel, "Not a channel."),
    };

    /// <summary>With its article: « l’accusé de réception ».</summary>
    public static string Of(DeadlineKind deadline) =>
        $"{(deadline == DeadlineKind.Acknowledgement ? "l’" : "la ")}{Title(deadline)}";

    public static string Title(DeadlineKind deadline) => deadline switch
    {
        DeadlineKind.Acknowledgement => "accusé de réception",
        DeadlineKind.Response => "réponse",
        DeadlineKind.LevelTwo => "réponse de niveau 2",
        _ => throw new ArgumentOutOfRangeException(nameof(deadline), deadline, "Not a deadline."),
    };

    /// <summary>What is to be done by then: « envoyer l’accusé de réception ».</summary>
    public static string Duty(DeadlineKind deadline) => $"{(deadline == DeadlineKind.Acknowledgement ? "envoyer" : "donner")} {Of(deadline)}";

    public static string Of(Status status) => status switch
    {
        Status.Received => "reçue, sans accusé de réception",
        Status.Acknowledged => "en cours d’étude",
        Status.AwaitingApproval => "réponse en attente d’approbation",
        Status.Answered => "répondue",
        Status.InMediation => "en médiation",
        Status.Closed => "close",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "Not a status."),
    };

    /// <summary>A kind of mail to a client, with its article.</summary>
    public static string Of(MailKind kind) => kind switch
    {
        MailKind.Acknowledgement => "l’accusé de réception",
        MailKind.InvitationToWrite => "l’invitation à écrire la réclamation",
        MailKind.DatedCopy => "la copie datée de la réclamation",
        MailKind.MediatorInformation => "l’information sur le médiateur",
        MailKind.Extension => "l’annonce d’une nouvelle date de réponse",
        MailKind.Progress => "le message sur l’avancement",
        MailKind.Answer => "la réponse",
        MailKind.Closed => "l’avis de clôture",
        _ => $"le message « {WireName.Of(kind)} »",
    };
}
