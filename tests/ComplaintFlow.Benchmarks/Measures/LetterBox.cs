using System.Globalization;
using System.Text;

namespace ComplaintFlow.Benchmarks.Measures;

/// <summary>Mails to bring: no two from one person, none twice.</summary>
internal static class LetterBox
{
    /// <summary>Bytes of the largest mail that is taken.</summary>
    public const int Largest = 40 * 1024 * 1024 - 1024;

    private const int DocumentBytes = 11 * 1024;
    private static int _count;

    /// <summary>A mail of 20 KB as people write them: the text twice, plain and HTML, and a small document.</summary>
    public static byte[] Usual()
    {
        string text = string.Concat(Enumerable.Repeat("Le remboursement de ma franchise a été refusé sans explication, malgré deux relances.\r\n", 12));
        string html = string.Concat(Enumerable.Repeat("<p>Le remboursement de ma franchise a été refusé sans explication, malgré deux relances.</p>\r\n", 16));
        byte[] document = new byte[DocumentBytes];
        "%PDF-1.4\n"u8.CopyTo(document);
        return Encoding.UTF8.GetBytes(
            $"{Head()}Content-Type: multipart/mixed; boundary=m\r\n\r\n--m\r\nContent-Type: multipart/alternative; boundary=a\r\n\r\n"
            + $"--a\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n{text}\r\n"
            + $"--a\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n<html><body>{html}</body></html>\r\n--a--\r\n"
            + $"--m\r\nContent-Type: application/pdf; name=facture.pdf\r\nContent-Transfer-Encoding: base64\r\n\r\n{Convert.ToBase64String(document, Base64FormattingOptions.InsertLineBreaks)}\r\n--m--\r\n");
    }

    /// <summary>Two documents of the largest size that is kept, and one that fills the rest; without the head.</summary>
    public static byte[] Large(int bytes)
    {
        using MemoryStream mail = new(bytes);
        Write(mail, "Content-Type: multipart/mixed; boundary=m\r\n\r\n--m\r\nContent-Type: text/plain\r\n\r\nVoici les pieces.\r\n");
        string line = Convert.ToBase64String(Encoding.ASCII.GetBytes(new string('x', 57))) + "\r\n";
        for (int part = 0; part < 3; part++)
        {
            Write(mail, $"--m\r\nContent-Type: application/pdf; name=piece-{part}.pdf\r\nContent-Transfer-Encoding: base64\r\n\r\n");
            long end = part == 2 ? bytes - 100 : mail.Length + (bytes * 13L / 40);
            while (mail.Length < end)
            {
                Write(mail, line);
            }
        }

        Write(mail, "--m--\r\n");
        return mail.ToArray();
    }

    /// <summary>Such a mail with a head of its own, without a copy of it.</summary>
    public static HttpContent Stamped(byte[] large) => new Headed(Encoding.UTF8.GetBytes(Head()), large);

    private static string Head()
    {
        int number = Interlocked.Increment(ref _count);
        return string.Create(CultureInfo.InvariantCulture, $"From: Camille Durand <camille.{number}@example.fr>\r\nTo: reclamations@courtier.example\r\nSubject: Remboursement refuse\r\n")
            + string.Create(CultureInfo.InvariantCulture, $"Date: {TimeProvider.System.GetUtcNow():r}\r\nMessage-ID: <{number}.{System.Security.Cryptography.RandomNumberGenerator.GetHexString(16)}@example.fr>\r\nMIME-Version: 1.0\r\n");
    }

    private static void Write(MemoryStream mail, string text) => mail.Write(Encoding.ASCII.GetBytes(text));

    private sealed class Headed(byte[] head, byte[] body) : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, System.Net.TransportContext? context)
        {
            await stream.WriteAsync(head);
            await stream.WriteAsync(body);
        }

        protected override bool TryComputeLength(out long length)
        {
            length = head.Length + body.Length;
            return true;
        }
    }
}
