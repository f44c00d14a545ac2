using Microsoft.Extensions.Options;

namespace ComplaintFlow.Functions.Configuration;

/// <summary>What is wrong with the settings and files, told when the program starts, together with the host's own faults.</summary>
/// <param name="read">Reads them once: they are asked for when all else is registered.</param>
public sealed class StartFaults(Func<IReadOnlyList<string>> read) : IValidateOptions<StartFaults>
{
    public StartFaults()
        : this(() => [])
    {
    }

    public ValidateOptionsResult Validate(string? name, StartFaults options) =>
        read() is { Count: > 0 } faults ? ValidateOptionsResult.Fail(faults) : ValidateOptionsResult.Success;
}
