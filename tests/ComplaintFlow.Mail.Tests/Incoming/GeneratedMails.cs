using System.Globalization;
using System.Text;

namespace ComplaintFlow.Mail.Tests.Incoming;

/// <summary>Messages too large to be kept in the repository.</summary>
internal static class GeneratedMails
{
    private const string Head = "From: Marie Durand <marie.durand@exemple.fr>\r\nTo: reclamations@courtier.example\r\nDate: Mon, 02 Mar 2026 09:12:00 +0100\r\nMessage-ID: <generated@exemple.fr>\r\nMIME-Version: 1.0\r\n";

    public static byte[] WithSubject(string subject) => Ascii($"{Head}Subject: {subject}\r\n\r\nBonjour.\r\n");

    public static byte[] WithHeader(string header) => Ascii($"{Head}{header}\r\nBonjour.\r\n");

    public static byte[] WithText(string text, string type = "text/plain") =>
        Encoding.UTF8.GetBytes($"{Head}Subject: Reclamation\r\nContent-Type: {type}; charset=utf-8\r\n\r\n{text}");

    public static byte[] WithAttachments(int count)
    {
        StringBuilder mail = new($"{Head}Subject: Pieces\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nVoir les pieces.\r\n");
        for (int i = 0; i < count; i++)
        {
            mail.Append(CultureInfo.InvariantCulture, $"--b\r\nContent-Type: application/pdf; name=piece-{i}.pdf\r\nContent-Transfer-Encoding: base64\r\n\r\nJVBERi0xLjQK\r\n");
        }

        return Ascii(mail.Append("--b--\r\n").ToString());
    }

    /// <summary>A mail in a mail in a mail.</summary>
    public static byte[] Nested(int levels)
    {
        StringBuilder mail = new(Head);
        for (int i = 0; i < levels; i++)
        {
            mail.Append(CultureInfo.InvariantCulture, $"Subject: Niveau {i}\r\nContent-Type: message/rfc822\r\n\r\n");
        }

        return Ascii(mail.Append("Subject: Au fond\r\n\r\nLe texte du fond.\r\n").ToString());
    }

    /// <summary>A multipart in a multipart in a multipart.</summary>
    public static byte[] NestedParts(int levels)
    {
        StringBuilder mail = new(Head);
        for (int i = 0; i < levels; i++)
        {
            mail.Append(CultureInfo.InvariantCulture, $"Content-Type: multipart/mixed; boundary=b{i}\r\n\r\n--b{i}\r\n");
        }

        return Ascii(mail.Append("Content-Type: text/plain\r\n\r\nLe texte du fond.\r\n").ToString());
    }

    private static byte[] Ascii(string mail) => Encoding.UTF8.GetBytes(mail);
}
