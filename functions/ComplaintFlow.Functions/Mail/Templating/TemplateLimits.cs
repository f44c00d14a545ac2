using Fluid;

namespace ComplaintFlow.Functions.Mail.Templating;

/// <summary>What a template can do: the one filter there is, no file, and no loop that goes on for long.</summary>
internal static class TemplateLimits
{
    private const int MostSteps = 100_000;
    private const int DeepestInclusion = 10;

    public static TemplateOptions Options { get; } = Create();

    private static TemplateOptions Create()
    {
        TemplateOptions options = new() { MaxSteps = MostSteps, MaxRecursion = DeepestInclusion, StrictFilters = true };
        options.Filters.Clear();
        options.Filters.AddFilter(CountFilter.Name, CountFilter.Apply);
        return options;
    }
}
