using System.Security.Cryptography;
using System.Text;

namespace ComplaintFlow.Functions.Configuration;

/// <summary>The entity tag of the directory in HTTP: a short hash of the store's, whose form is the store's affair.</summary>
internal static class DirectoryETag
{
    public static string Of(StoredDirectory stored) =>
        $"\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(stored.ETag)))[..16]}\"";
}
