using System.Security.Cryptography;
using System.Text;

namespace ComplaintFlow.LocalHost.Engine;

/// <summary>Ids that depend on nothing but a text (RFC 9562, version 8).</summary>
internal static class DeterministicGuid
{
    public static Guid From(string text)
    {
        byte[] bytes = SHA256.HashData(Encoding.UTF8.GetBytes(text))[..16];
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
