using ComplaintFlow.Functions.Http;

namespace ComplaintFlow.Functions.Configuration;

/// <summary>The keys in force: those of the settings, and on one machine those that were made at the first start.</summary>
/// <param name="Made">The local key when this start made it, to be printed once.</param>
public sealed record Secrets(IReadOnlyList<ApplicationKey> Keys, string LinkKey, string? Made)
{
    /// <exception cref="InvalidDataException">The file of the generated keys is unreadable.</exception>
    public static Secrets Of(AppSettings settings)
    {
        bool hasLocalKey = settings.Keys.Any(key => key.Name == LocalSecrets.KeyName);
        if (WorkerFlavour.IsAzure || (settings.LinkKey is not null && hasLocalKey))
        {
            return new Secrets(settings.Keys, settings.LinkKey!, null);
        }

        (LocalSecrets local, bool isNew) = LocalSecrets.Ensure(settings.DataDirectory);
        IReadOnlyList<ApplicationKey> keys = hasLocalKey
            ? settings.Keys
            : [.. settings.Keys, new ApplicationKey(LocalSecrets.KeyName, local.Key, KeyScopes.All)];
        return new Secrets(keys, settings.LinkKey ?? local.LinkKey, isNew && !hasLocalKey ? local.Key : null);
    }
}
