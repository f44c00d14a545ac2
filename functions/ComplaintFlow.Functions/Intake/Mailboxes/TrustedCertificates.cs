using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ComplaintFlow.Functions.Intake.Mailboxes;

/// <summary>
/// Certificates that are trusted for one server: its own, which is then believed as it stands (whatever its name and date,
/// since it is exactly that one), or that of the authority that signed it, which must fit in everything else.
/// </summary>
public sealed class TrustedCertificates
{
    private readonly X509Certificate2Collection _certificates;

    private TrustedCertificates(X509Certificate2Collection certificates) => _certificates = certificates;

    /// <summary>Reads a PEM file; null when it cannot be read or has no certificate in it.</summary>
    public static TrustedCertificates? Load(string path)
    {
        try
        {
            X509Certificate2Collection certificates = [];
            certificates.ImportFromPemFile(path);
            return certificates.Count == 0 ? null : new TrustedCertificates(certificates);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or CryptographicException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Whether the server is to be believed, given what the machine's own authorities found.</summary>
    public bool Accept(X509Certificate? certificate, X509Chain? sent, SslPolicyErrors errors)
    {
        if (certificate is null || errors == SslPolicyErrors.None)
        {
            return certificate is not null;
        }

        using X509Certificate2 server = new(certificate);
        if (_certificates.Any(known => known.RawDataMemory.Span.SequenceEqual(server.RawDataMemory.Span)))
        {
            return true;
        }

        if (errors != SslPolicyErrors.RemoteCertificateChainErrors)
        {
            return false;
        }

        using X509Chain chain = new();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(_certificates);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        foreach (X509ChainElement element in sent?.ChainElements ?? Enumerable.Empty<X509ChainElement>())
        {
            chain.ChainPolicy.ExtraStore.Add(element.Certificate);
        }

        return chain.Build(server);
    }
}
