using ComplaintFlow.Functions.Orchestration;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace ComplaintFlow.Simulation.Faults;

/// <summary>Activities that fail before or after their work, or are carried out twice, as at-least-once allows.</summary>
internal static class FaultyActivities
{
    private static readonly HashSet<string> Names = [nameof(TakeTurn), nameof(CarryOut)];

    public static FunctionExecutionDelegate Around(FunctionExecutionDelegate next, FaultSource faults) => async context =>
    {
        string name = context.FunctionDefinition.Name;
        if (!Names.Contains(name))
        {
            await next(context);
            return;
        }

        await faults.StepAsync(name);
        Fail(faults.Weather.ActivityFails, $"{name} fails");
        await next(context);
        if (faults.Strikes(faults.Weather.ActivityRunsTwice, $"{name} twice"))
        {
            await next(context);
        }

        await faults.StepAsync(name);
        Fail(faults.Weather.ActivityForgets, $"{name} forgotten");

        void Fail(double probability, string what)
        {
            if (faults.Strikes(probability, what))
            {
                throw new IOException("The worker was lost.");
            }
        }
    };
}
