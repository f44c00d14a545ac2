using System.Security.Cryptography;

namespace ComplaintFlow.Storage.Tests;

internal static class Names
{
    /// <summary>A partition or a folder that no other test uses.</summary>
    public static string Fresh() => "t-" + RandomNumberGenerator.GetHexString(16, lowercase: true);

    /// <summary>A folder of its own under the system's temporary one; not yet made.</summary>
    public static string FreshFolder() => Path.Combine(Path.GetTempPath(), "complaintflow-" + Fresh());
}
