using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ComplaintFlow.Simulation.Schedule;
using ComplaintFlow.Simulation.World;

namespace ComplaintFlow.Simulation.Lives;

/// <summary>One complaint from the first post to its end: people who act, wait, repeat themselves, are wrong, or do nothing.</summary>
internal sealed class Life(SimulatedWorld world, int number, Chance chance)
{
    private const int MostPosts = 12;
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);
    private readonly Acts _acts = new(world, chance);
    private string _trackingPath = "";
    private DateOnly[] _dates = [];

    public async Task LiveAsync()
    {
        await world.UntilAsync(world.Start + chance.Span(TimeSpan.Zero, 40 * Day));
        if (await OpenAsync() is not { } reference)
        {
            return;
        }

        _acts.Begin(reference, _trackingPath);
        for (int left = chance.Of(0, 1, 3, 5, 9, 18); left > 0; left--)
        {
            await world.UntilAsync(SomeTimeLater());
            await ActAsync();
        }

        // Most are closed soon; some are forgotten, past every date.
        await world.UntilAsync(world.Now + (chance.Happens(0.1) ? chance.Of(65, 130) * Day : chance.Of(0, 1, 5, 10, 20, 40) * Day));
        await _acts.EndAsync();
    }

    /// <summary>One act, or two at once.</summary>
    private async Task ActAsync()
    {
        Task act = _acts.AnyAsync();
        if (chance.Happens(0.1))
        {
            await Task.WhenAll(act, _acts.AnyAsync());
            return;
        }

        await act;
    }

    /// <summary>Hours or weeks later, or at the very edge of a day that matters.</summary>
    private DateTimeOffset SomeTimeLater()
    {
        DateTimeOffset now = world.Now;
        if (_dates.Length > 0 && chance.Happens(0.2))
        {
            DateTimeOffset end = Paris.At(chance.Of(_dates).AddDays(1)) + chance.Of(-TimeSpan.FromTicks(1), TimeSpan.Zero, -TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1));
            if (end > now)
            {
                return end;
            }
        }

        return now + chance.Of(TimeSpan.Zero, chance.Span(TimeSpan.Zero, Day), chance.Span(TimeSpan.Zero, 5 * Day), chance.Span(TimeSpan.Zero, 30 * Day));
    }

    /// <summary>Posts until somebody acknowledges it; the reference, or null when nobody ever did.</summary>
    private async Task<string?> OpenAsync()
    {
        Opening opening = new() { Subject = $"Plainte {number}", HasKey = chance.Happens(0.8) };
        world.Ledger.Openings.Add(opening);
        Call call = Post(opening);
        for (int left = MostPosts; left > 0; left--)
        {
            Answer[] answers = chance.Happens(0.15) && opening.HasKey
                ? await Task.WhenAll(world.SendAsync(call), world.SendAsync(call))
                : [await world.SendAsync(call)];
            foreach (Answer answer in answers)
            {
                Note(opening, answer);
            }

            bool isEnough = opening.References.Count > 0 || (!opening.HasKey && chance.Happens(0.5));
            if (isEnough)
            {
                break;
            }

            await world.UntilAsync(world.Now + chance.Span(TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(20)));
        }

        return opening.References.FirstOrDefault();
    }

    private void Note(Opening opening, Answer answer)
    {
        if (answer.Status == 202)
        {
            using JsonDocument body = JsonDocument.Parse(answer.Body);
            JsonElement root = body.RootElement;
            opening.References.Add(root.GetProperty("reference").GetString()!);
            _trackingPath = new Uri(root.GetProperty("trackingUrl").GetString()!).AbsolutePath;
            _dates = [.. new[] { "acknowledgeBy", "respondBy", "mediatorFrom" }.Select(name =>
                DateOnly.ParseExact(root.GetProperty(name).GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture))];
        }
        else if (answer.IsRefused)
        {
            world.Violations.Add($"{opening.Subject}: a good complaint was refused with {answer.Status}: {answer.Body}");
        }
        else
        {
            opening.Unknown++;
        }
    }

    private Call Post(Opening opening)
    {
        DateOnly today = Paris.DateOf(world.Now);
        bool isStaff = chance.Happens(0.35);
        bool hasEmail = chance.Happens(0.85);
        JsonObject person = new() { ["name"] = "Jeanne Martin", ["postalAddress"] = "5 rue des Lilas\n69003 Lyon", ["phone"] = "0612345678" };
        if (hasEmail)
        {
            person["email"] = chance.Happens(0.06) ? $"{PostOffice.UnknownUser}exemple.fr" : $"client{number}@exemple.fr";
        }

        if (chance.Happens(0.5))
        {
            person["clientNumber"] = chance.Of("C-1001", "C-1002", "C-1003", "C-1004");
        }

        JsonObject body = new() { ["complainant"] = person, ["subject"] = opening.Subject, ["description"] = "Mon dégât des eaux n’est toujours pas remboursé." };
        List<(string Name, string Value)> headers = [];
        if (opening.HasKey)
        {
            headers.Add(("Idempotency-Key", $"cle-{number}"));
        }

        if (isStaff)
        {
            headers.Add(("x-functions-key", SimulatedHost.Key));
            headers.Add(("x-staff-email", RulesOfRun.Handlers[0]));
            DateOnly received = today.AddDays(-chance.Of(0, 0, 1, 5, 20));
            body["channel"] = chance.Of("phone", "letter", "counter", "email");
            body["receivedOn"] = Text(received);
            body["sentOn"] = Text(received.AddDays(-chance.Of(0, 0, 2)));
        }

        return new Call("POST", "/api/complaints", "application/json", body.ToJsonString(), [.. headers]);
    }

    private static string Text(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
