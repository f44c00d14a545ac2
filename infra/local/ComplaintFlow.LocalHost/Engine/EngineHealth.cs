using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ComplaintFlow.LocalHost.Engine;

/// <summary>Says whether the engine can read and write its file, for whatever the application shows of its health.</summary>
internal sealed class EngineHealth(OrchestrationEngine engine) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            if (engine.Condition.Writing is not null)
            {
                // Only a write tells whether the disk has room again.
                await engine.Writer.WriteAsync(_ => true).WaitAsync(cancellationToken);
            }

            engine.Reader.Read(session => session.Scalar("SELECT 1 FROM instances LIMIT 1"));
            return engine.Condition.Fault is { } fault ? HealthCheckResult.Unhealthy(fault) : HealthCheckResult.Healthy();
        }
        catch (InvalidOperationException exception)
        {
            return HealthCheckResult.Unhealthy(exception.Message, exception);
        }
    }
}
