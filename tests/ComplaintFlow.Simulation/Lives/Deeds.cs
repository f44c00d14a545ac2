using System.Text.Json.Nodes;
using ComplaintFlow.Simulation.World;

namespace ComplaintFlow.Simulation.Lives;

/// <summary>Acts as they are sent, and what their answers tell the sender.</summary>
internal static class Deeds
{
    /// <summary>The client, who acts through the page of the link.</summary>
    public const string Client = "client";

    public static string Form(string action, JsonObject fields) => string.Join(
        '&', fields.Where(field => field.Value is not null).Select(field => $"{field.Key}={Uri.EscapeDataString(field.Value!.ToString())}").Prepend($"action={action}"));

    public static DeedOutcome OutcomeOf(Answer answer) => answer switch
    {
        { IsRefused: true } => DeedOutcome.Refused,
        { IsDone: false } => DeedOutcome.Unknown,
        _ when answer.Headers.ContainsKey("X-Already-Done") => DeedOutcome.DoneOrBefore,
        _ when answer.Headers.ContentType.ToString().StartsWith("text/html", StringComparison.Ordinal) => DeedOutcome.DoneOrBefore,
        _ => DeedOutcome.Done,
    };
}
