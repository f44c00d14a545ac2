using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ComplaintFlow.Functions.Intake.Mailboxes;

namespace ComplaintFlow.Mailboxes;

/// <summary>An authority of one's own is trusted for what it signed, a certificate for itself.</summary>
public sealed class TrustedCertificatesTests
{
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    [Theory]
    [InlineData(SslPolicyErrors.RemoteCertificateChainErrors, true)]
    [InlineData(SslPolicyErrors.RemoteCertificateChainErrors | SslPolicyErrors.RemoteCertificateNameMismatch, false)]
    [InlineData(SslPolicyErrors.RemoteCertificateNameMismatch, false)]
    public void Authority_IsTrustedForTheRightNameOnly(SslPolicyErrors errors, bool accepted)
    {
        using X509Certificate2 authority = Authority();
        using X509Certificate2 server = Signed(authority, Now.AddDays(10));
        Assert.Equal(accepted, Trusting(authority).Accept(server, null, errors));
    }

    [Fact]
    public void Authority_IsNotTrustedForAnExpiredCertificate_OrForOneOfAnother()
    {
        using X509Certificate2 authority = Authority();
        using X509Certificate2 other = Authority();
        using X509Certificate2 expired = Signed(authority, Now.AddMinutes(-1));
        using X509Certificate2 strange = Signed(other, Now.AddDays(10));
        Assert.False(Trusting(authority).Accept(expired, null, SslPolicyErrors.RemoteCertificateChainErrors));
        Assert.False(Trusting(authority).Accept(strange, null, SslPolicyErrors.RemoteCertificateChainErrors));
    }

    [Fact]
    public void Certificate_IsTrustedAsItStands_AndNothingIsWithoutOne()
    {
        using X509Certificate2 authority = Authority();
        using X509Certificate2 server = Signed(authority, Now.AddMinutes(-1));
        TrustedCertificates trusted = Trusting(server);
        Assert.True(trusted.Accept(server, null, SslPolicyErrors.RemoteCertificateChainErrors | SslPolicyErrors.RemoteCertificateNameMismatch));
        Assert.False(trusted.Accept(authority, null, SslPolicyErrors.RemoteCertificateChainErrors));
        Assert.False(trusted.Accept(null, null, SslPolicyErrors.RemoteCertificateNotAvailable));
        Assert.True(trusted.Accept(authority, null, SslPolicyErrors.None));
    }

    private static TrustedCertificates Trusting(X509Certificate2 certificate)
    {
        string file = Path.GetTempFileName();
        File.WriteAllText(file, certificate.ExportCertificatePem());
        TrustedCertificates trusted = TrustedCertificates.Load(file)!;
        File.Delete(file);
        return trusted;
    }

    private static X509Certificate2 Authority()
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        CertificateRequest request = new("CN=Autorité du courtier", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, 0, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        return request.CreateSelfSigned(Now.AddDays(-30), Now.AddDays(30));
    }

    private static X509Certificate2 Signed(X509Certificate2 authority, DateTimeOffset until)
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        CertificateRequest request = new("CN=imap.courtier.example", key, HashAlgorithmName.SHA256);
        return request.Create(authority, Now.AddDays(-20), until, [1, 2, 3, 4]);
    }
}
