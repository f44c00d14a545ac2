using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ComplaintFlow.Proxy.Premises;

/// <summary>A certificate of our own for the firm's name, as the two files that proxies read.</summary>
internal sealed class Certificate : IDisposable
{
    private readonly X509Certificate2 _certificate;

    public Certificate(string folder)
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        CertificateRequest request = new($"CN={Shipped.Name}", key, HashAlgorithmName.SHA256);
        SubjectAlternativeNameBuilder names = new();
        names.AddDnsName(Shipped.Name);
        request.CertificateExtensions.Add(names.Build());
        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        _certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        (File, KeyFile) = (Path.Combine(folder, "fullchain.pem"), Path.Combine(folder, "privkey.pem"));
        System.IO.File.WriteAllText(File, _certificate.ExportCertificatePem());
        System.IO.File.WriteAllText(KeyFile, key.ExportPkcs8PrivateKeyPem());
    }

    public string File { get; }

    public string KeyFile { get; }

    public bool Is(X509Certificate? shown) => shown is not null && _certificate.GetCertHash().AsSpan().SequenceEqual(shown.GetCertHash());

    public void Dispose() => _certificate.Dispose();
}
