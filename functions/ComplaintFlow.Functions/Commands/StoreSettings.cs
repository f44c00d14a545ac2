using ComplaintFlow.Functions.Configuration;
using Microsoft.Azure.Functions.Worker.Builder;

namespace ComplaintFlow.Functions.Commands;

/// <summary>
/// Where a command finds the store. The other settings are not looked at: a store is exported with an identity that knows
/// nothing else, on whatever machine, and either flavour of the program moves both kinds of store.
/// </summary>
internal sealed record StoreSettings(string DataDirectory, string Storage)
{
    /// <exception cref="InvalidDataException">A setting is wrong.</exception>
    public static StoreSettings Read(string[] settings)
    {
        SettingsReader reader = new(FunctionsApplication.CreateBuilder(settings).Configuration);
        (string dataDirectory, string storage) = reader.ReadStore();
        return reader.Faults.Count == 0 ? new(dataDirectory, storage) : throw new InvalidDataException(string.Join("; ", reader.Faults));
    }
}
