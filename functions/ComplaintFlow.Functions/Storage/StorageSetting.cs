using System.Diagnostics.CodeAnalysis;
using Azure.Data.Tables;
using Azure.Storage.Blobs;

namespace ComplaintFlow.Functions.Storage;

/// <summary>The setting <c>ComplaintFlow__Storage</c>: <c>sqlite</c>, a connection string, or an account's https address.</summary>
public static class StorageSetting
{
    private const string Right =
        "« sqlite », une chaîne de connexion (« UseDevelopmentStorage=true » pour Azurite) ou l'adresse d'un compte, "
        + "par exemple https://moncompte.table.core.windows.net "
        + "/ 'sqlite', a connection string ('UseDevelopmentStorage=true' for Azurite) or the address of an account, "
        + "for example https://myaccount.table.core.windows.net";

    /// <summary>Reads the setting without any I/O; null or blank means <c>sqlite</c>.</summary>
    /// <param name="setting">The value as it was given.</param>
    /// <param name="choice">What it means; null when it is wrong.</param>
    /// <param name="fault">What would be right, French then English, without the value (it may hold a key); null when it is right.</param>
    public static bool TryParse(
        string? setting, [NotNullWhen(true)] out StorageChoice? choice, [NotNullWhen(false)] out string? fault)
    {
        string value = setting?.Trim() ?? "";
        (choice, fault) = value switch
        {
            "" => (new StorageChoice.Local(), null),
            _ when value.Equals("sqlite", StringComparison.OrdinalIgnoreCase) => (new StorageChoice.Local(), null),
            _ when value.Contains("://", StringComparison.Ordinal) && !value.Contains('=', StringComparison.Ordinal) => Account(value),
            _ when value.StartsWith("http", StringComparison.OrdinalIgnoreCase) => Fault("une adresse sans signature / an address without a signature"),
            _ => ConnectionString(value),
        };
        return choice is not null;
    }

    private static (StorageChoice? Choice, string? Fault) Account(string value)
    {
        if (!Uri.TryCreate(value, UriKind.Absolute, out Uri? address) || address.Scheme != Uri.UriSchemeHttps)
        {
            return Fault("une adresse en https / an https address");
        }

        // Second label, or third where the account lies in a DNS zone (account.z01.table.storage.azure.net).
        string[] labels = address.Host.Split('.');
        int service = Array.FindIndex(labels, label => label is "table" or "blob");
        if (service is not (1 or 2) || address.PathAndQuery != "/" || address.UserInfo.Length > 0)
        {
            return Fault("l'adresse du service de tables / the address of the table service");
        }

        return (new StorageChoice.ByIdentity(Service("table"), Service("blob")), null);

        Uri Service(string name) => new UriBuilder(address)
        {
            Host = string.Join('.', [.. labels[..service], name, .. labels[(service + 1)..]]),
        }.Uri;
    }

    private static (StorageChoice? Choice, string? Fault) ConnectionString(string value)
    {
        try
        {
            // The clients check the string themselves and connect only later. What they throw at a string that lacks a part
            // is of many types, a null reference among them.
            _ = new TableServiceClient(value);
            _ = new BlobServiceClient(value);
            return (new StorageChoice.ByConnectionString(value), null);
        }
        catch (Exception)
        {
            return Fault("une chaîne complète, tables et blobs / a whole string, for tables and blobs");
        }
    }

    private static (StorageChoice? Choice, string? Fault) Fault(string detail) =>
        (null, $"ComplaintFlow__Storage ({detail}) : {Right}.");
}
