using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ComplaintFlow.Crash.Intake;

/// <summary>A mail that is brought until it is answered, or once only.</summary>
internal sealed class Letter
{
    public Letter(int number)
    {
        Number = number;
        Raw = Encoding.UTF8.GetBytes(string.Join(
            "\r\n",
            [
                string.Create(CultureInfo.InvariantCulture, $"From: Jeanne Martin <client{number}@example.fr>"), "To: reclamations-alias@courtier.example",
                string.Create(CultureInfo.InvariantCulture, $"Subject: Sinistre {number}"), "Date: Mon, 2 Mar 2026 08:30:00 +0100",
                $"Message-ID: <{MessageId}>", .. IsAutomatic ? ["Auto-Submitted: auto-generated"] : Array.Empty<string>(),
                "MIME-Version: 1.0", "Content-Type: multipart/mixed; boundary=b", "",
                "--b", "Content-Type: text/plain; charset=utf-8", "", "Mon dégât des eaux n’est toujours pas remboursé.", "",
                "--b", "Content-Type: text/plain; name=constat.txt", "Content-Disposition: attachment; filename=constat.txt", "", "Le constat.", "--b--", "",
            ]));
        Hash = Convert.ToHexStringLower(SHA256.HashData(Raw));
    }

    public int Number { get; }

    public byte[] Raw { get; }

    public string Hash { get; }

    public string MessageId => string.Create(CultureInfo.InvariantCulture, $"{Number}@example.fr");

    /// <summary>Whether no person wrote it: it is parked.</summary>
    public bool IsAutomatic => Number % 5 == 0;

    /// <summary>Whether it is brought again when it was not answered; the others are left to the program.</summary>
    public bool IsBroughtAgain => Number % 2 == 1;

    /// <summary>The reference it was answered with; null when it has not been.</summary>
    public string? Reference { get; set; }

    /// <summary>How far it had come when it was cut off first; null when it was not.</summary>
    public IntakeStep? CutOffAt { get; set; }
}
