using System.Security.Cryptography;
using System.Text.Json;

namespace ComplaintFlow.Functions.Configuration;

/// <summary>
/// The application key named <c>local</c> and the link key that the embedded host makes at its first start, so that it
/// runs from one command. Kept in the data directory, readable by its owner only.
/// </summary>
public sealed record LocalSecrets(string Key, string LinkKey)
{
    public const string KeyName = "local";
    private const string FileName = "secrets.json";
    private const int KeyBytes = 32;

    /// <summary>Reads the secrets, or makes them; <c>IsNew</c> says which.</summary>
    /// <exception cref="InvalidDataException">The file is there and is not what was written; it is left as it is.</exception>
    public static (LocalSecrets Secrets, bool IsNew) Ensure(string dataDirectory)
    {
        string path = Path.Combine(dataDirectory, FileName);
        if (File.Exists(path))
        {
            return (Read(path), false);
        }

        Directory.CreateDirectory(dataDirectory);
        LocalSecrets made = new(NewKey(), NewKey());
        string temporary = path + ".new";
        FileStreamOptions options = new() { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (FileStream file = new(temporary, options))
        {
            JsonSerializer.Serialize(file, made, JsonSerializerOptions.Web);
            file.Flush(flushToDisk: true);
        }

        File.Move(temporary, path, overwrite: false);
        return (made, true);
    }

    private static LocalSecrets Read(string path)
    {
        try
        {
            LocalSecrets? secrets = JsonSerializer.Deserialize<LocalSecrets>(File.ReadAllText(path), JsonSerializerOptions.Web);
            return secrets is { Key.Length: > 0, LinkKey.Length: > 0 } ? secrets : throw new JsonException("A key is missing.");
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException(
                $"{path} cannot be read: {exception.Message} Restore it from a backup; without it the links already sent no longer hold.", exception);
        }
    }

    private static string NewKey() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(KeyBytes));
}
