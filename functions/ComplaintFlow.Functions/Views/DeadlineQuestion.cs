using ComplaintFlow.Domain.Calendar;
using ComplaintFlow.Domain.Procedure;
using ComplaintFlow.Functions.Http;

namespace ComplaintFlow.Functions.Views;

/// <summary>The question of <c>/api/deadlines</c> and of the page beside it, and its answer.</summary>
public sealed record DeadlineQuestion(DateOnly ReceivedOn, DateOnly SentOn, Terms Terms)
{
    public DeadlineDates Dates => Deadlines.Compute(Terms, SentOn, ReceivedOn, SentOn);

    public IReadOnlyList<string> Steps(Language language) => DeadlineExplanation.Steps(Terms, SentOn, ReceivedOn, SentOn, language);

    /// <summary>Reads the question; what is wrong is added to the errors of <paramref name="fields"/>.</summary>
    public static DeadlineQuestion Read(Fields fields, ProcedureVersion procedure)
    {
        DateOnly received = fields.RequiredDate("received");
        DateOnly sent = fields.OptionalDate("sent") ?? received;
        HolidayZone zone = procedure.Zone;
        if (fields.Optional("zone", 100) is { } zoneName && !HolidayZones.TryParse(zoneName, out zone))
        {
            string known = string.Join(", ", HolidayZones.Names);
            fields.Add("zone", $"Cette zone n’existe pas ; il y a : {known}.", $"There is no such zone; there are: {known}.");
        }

        Regime regime = procedure.DefaultRegime;
        if (fields.Optional("procedure", 100) is { } name)
        {
            if (procedure.FindRegime(name) is { } found)
            {
                regime = found;
            }
            else
            {
                string known = string.Join(", ", procedure.Regimes.Select(each => each.Name));
                fields.Add("procedure", $"Cette procédure n’existe pas ; il y a : {known}.", $"There is no such procedure; there are: {known}.");
            }
        }

        if (sent > received)
        {
            fields.Add("sent", "L’envoi ne peut pas suivre la réception.", "It cannot be sent after it was received.");
        }

        return new DeadlineQuestion(received, sent, Terms.Of(procedure, regime) with { Zone = zone });
    }
}
