using ComplaintFlow.LocalHost.Hosting;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using NCrontab;

namespace ComplaintFlow.LocalHost.Timers;

/// <summary>The schedules of the application's timer functions, and what is wrong with them.</summary>
internal sealed class FunctionSchedules
{
    public FunctionSchedules(FunctionCatalogue functions, IConfiguration configuration)
    {
        List<(Function Function, CrontabSchedule Schedule, bool RunOnStartup)> all = [];
        foreach ((Function function, TimerTriggerAttribute trigger) in functions.TriggeredBy<TimerTriggerAttribute>())
        {
            if (!SettingName.TryResolve(configuration, trigger.Schedule, out string text))
            {
                Faults.Add($"{function.Name} : le réglage {text}, que nomme son horaire, manque.");
            }
            else if (Read(text) is { } schedule)
            {
                all.Add((function, schedule, trigger.RunOnStartup));
            }
            else
            {
                Faults.Add($"{function.Name} : « {text} » n'est pas un horaire NCRONTAB de cinq ou six champs.");
            }
        }

        All = all;
    }

    public IReadOnlyList<(Function Function, CrontabSchedule Schedule, bool RunOnStartup)> All { get; }

    public List<string> Faults { get; } = [];

    private static CrontabSchedule? Read(string text)
    {
        int fields = text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;
        return CrontabSchedule.TryParse(text, new CrontabSchedule.ParseOptions { IncludingSeconds = fields == 6 });
    }
}
