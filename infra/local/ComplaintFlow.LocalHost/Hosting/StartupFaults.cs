using ComplaintFlow.LocalHost.Http;
using ComplaintFlow.LocalHost.Timers;
using Microsoft.Extensions.Options;

namespace ComplaintFlow.LocalHost.Hosting;

/// <summary>Refuses to start with wrong settings or functions, naming every fault at once.</summary>
internal sealed class StartupFaults(FunctionCatalogue functions, FunctionRoutes routes, FunctionSchedules schedules)
    : IValidateOptions<LocalHostOptions>
{
    public ValidateOptionsResult Validate(string? name, LocalHostOptions options)
    {
        List<string> faults = [.. options.Faults, .. functions.Faults, .. routes.Faults, .. schedules.Faults];
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
