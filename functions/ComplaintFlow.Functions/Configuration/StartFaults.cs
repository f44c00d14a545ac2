using Microsoft.Extensions.Options;

namespace ComplaintFlow.Functions.Configuration;

/// <summary>What is wrong with the settings and files, told when the program starts, together with the host's own faults.</summary>
public sealed class StartFaults(IReadOnlyList<string> faults) : IValidateOptions<StartFaults>
{
    public StartFaults()
        : this([])
    {
    }

    public ValidateOptionsResult Validate(string? name, StartFaults options) =>
        faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
}
