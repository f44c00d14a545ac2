using System.Net.Sockets;
using Azure.Identity;
using ComplaintFlow.Functions.Mail.Transports;
using ComplaintFlow.Functions.Storage;
using MailKit;
using MailKit.Security;

namespace ComplaintFlow.Functions.Intake.Mailboxes;

/// <summary>Why a mailbox could not be read, in one French line that names it and no secret.</summary>
internal static class MailboxFaults
{
    public static string Say(Mailbox mailbox, Exception fault) => Faults.Line(fault switch
    {
        AuthenticationException when mailbox.SignIn == MailboxSignIn.Password =>
            $"La boîte {mailbox} refuse l’utilisateur ou le mot de passe\u00A0: {fault.Message}",
        AuthenticationException => $"La boîte {mailbox} refuse le jeton de l’application\u00A0: {fault.Message}",
        AuthenticationFailedException => $"Pas de jeton pour la boîte {mailbox}\u00A0: {fault.Message}",
        SslHandshakeException => $"Pas de connexion chiffrée avec la boîte {mailbox}\u00A0: son certificat n’est pas reconnu, ou le serveur n’attend pas de TLS sur ce port.",
        NotSupportedException => $"Le serveur de la boîte {mailbox} n’offre pas la connexion demandée\u00A0: {fault.Message}",
        FolderNotFoundException missing => $"La boîte {mailbox} n’a pas de dossier « {missing.FolderName} ».",
        OperationCanceledException or TimeoutException => $"La boîte {mailbox} ne répond pas à temps.",
        StuckMessagesException stuck => $"La boîte {mailbox} garde {stuck.Count} message(s) qui ne peuvent être ni traités ni mis de côté.",
        StoreUnavailableException => $"La boîte {mailbox} attend\u00A0: {fault.Message}",
        SocketException => $"La boîte {mailbox} est injoignable\u00A0: {fault.Message}",
        ProtocolException or ServiceNotConnectedException or IOException => $"La boîte {mailbox} a coupé la connexion ou répondu n’importe quoi\u00A0: {fault.Message}",
        _ => $"La boîte {mailbox} ne peut pas être lue\u00A0: {fault.Message}",
    });
}
