using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ComplaintFlow.Simulation.Schedule;
using ComplaintFlow.Simulation.World;

namespace ComplaintFlow.Simulation.Lives;

/// <summary>What people do to one complaint: mostly what its state calls for, sometimes anything.</summary>
internal sealed class Acts(SimulatedWorld world, Chance chance)
{
    private const int MostEnds = 40;
    private string _reference = "";
    private string _clientPath = "";
    private string _status = "received";
    private int _level = 1;
    private string _handler = RulesOfRun.Handlers[0];
    private string _author = RulesOfRun.Handlers[0];
    private int _words;

    public void Begin(string reference, string clientPath) => (_reference, _clientPath) = (reference, clientPath);

    /// <summary>Looks at the complaint, then does something.</summary>
    public async Task AnyAsync()
    {
        await LookAsync();
        (string action, string by, JsonObject fields) = chance.Happens(0.75) ? Sensible() : Anything();
        Answer answer = await DoAsync(action, by, fields);
        if (answer.Status is 0 or >= 500 && chance.Happens(0.7))
        {
            await world.UntilAsync(world.Now + chance.Span(TimeSpan.FromSeconds(1), TimeSpan.FromHours(1)));
            await DoAsync(action, by, fields);
        }
        else if (chance.Happens(0.1))
        {
            // The same form sent twice.
            await DoAsync(action, by, fields);
        }
    }

    /// <summary>The manager closes it, whatever it takes.</summary>
    public async Task EndAsync()
    {
        for (int left = MostEnds; left > 0; left--)
        {
            await LookAsync();
            if (_status == "closed")
            {
                return;
            }

            await DoAsync("requalify", RulesOfRun.Manager, new JsonObject { ["reason"] = "Demande de renseignement." });
            await world.UntilAsync(world.Now + TimeSpan.FromMinutes(30));
        }

        world.Violations.Add($"{_reference}: could not be closed");
    }

    private async Task LookAsync()
    {
        Footprint.Current = new Footprint();
        Answer answer = await world.SendAsync(new Call("GET", $"/api/complaints/{_reference}", null, null, ("x-functions-key", SimulatedHost.Key)));
        if (Footprint.Current.Partitions.Count > 0)
        {
            world.Violations.Add($"{_reference}: looking at it wrote to {string.Join(", ", Footprint.Current.Partitions)}");
        }

        if (answer.IsRefused)
        {
            world.Violations.Add($"{_reference}: acknowledged, and not found ({answer.Status})");
        }

        if (answer.Status == 200)
        {
            using JsonDocument body = JsonDocument.Parse(answer.Body);
            JsonElement root = body.RootElement;
            _status = root.GetProperty("status").GetString()!;
            _level = root.GetProperty("level").GetInt32();
            _handler = root.GetProperty("handler").GetString()!;
            _author = root.TryGetProperty("draft", out JsonElement draft) && draft.ValueKind == JsonValueKind.Object
                ? draft.GetProperty("author").GetString()!
                : _handler;
        }
    }

    private (string Action, string By, JsonObject Fields) Sensible() => _status switch
    {
        "received" or "acknowledged" => chance.Of("draft", "draft", "submit", "submit", "record-call", "acknowledge", "extend", "message", "assign", "client-message", "record-sent", "transfer") switch
        {
            "draft" => ("draft", _handler, new JsonObject { ["text"] = Words(), ["channel"] = chance.Of("email", "email", "letter", "phone") }),
            "submit" => ("submit", _author, []),
            "record-call" => ("record-call", _handler, new JsonObject { ["summary"] = Words(), ["satisfied"] = chance.Happens(0.4) }),
            "acknowledge" => ("acknowledge", _handler, new JsonObject { ["by"] = chance.Of("email", "letter", "phone") }),
            "extend" => ("extend", _handler, new JsonObject { ["reason"] = Words(), ["until"] = Date(chance.Between(20, 120)) }),
            "assign" => ("assign", RulesOfRun.Manager, new JsonObject { ["to"] = chance.Of<string>([.. RulesOfRun.Handlers]) }),
            "record-sent" => ("record-sent", _handler, new JsonObject { ["on"] = Date(0) }),
            "transfer" => ("transfer", _handler, new JsonObject { ["to"] = "L’assureur", ["on"] = Date(0), ["reason"] = Words() }),
            "client-message" => ("message", Deeds.Client, new JsonObject { ["text"] = Words() }),
            _ => ("message", _handler, new JsonObject { ["text"] = Words() }),
        },
        "awaiting-approval" => chance.Of("approve", "approve", "approve", "return", "record-sent") switch
        {
            "approve" => ("approve", _level == 2 ? RulesOfRun.Director : RulesOfRun.Manager, []),
            "return" => ("return", _level == 2 ? RulesOfRun.Director : RulesOfRun.Manager, new JsonObject { ["comment"] = Words() }),
            _ => ("record-sent", _handler, new JsonObject { ["on"] = Date(0) }),
        },
        "answered" => chance.Of("escalate", "escalate", "close", "message", "refer") switch
        {
            "escalate" => ("escalate", chance.Of(Deeds.Client, _handler), []),
            "close" => ("close", _handler, new JsonObject { ["reason"] = "satisfied" }),
            "refer" => ("refer", Deeds.Client, new JsonObject { ["on"] = Date(0) }),
            _ => ("message", Deeds.Client, new JsonObject { ["text"] = Words() }),
        },
        "in-mediation" => ("mediator-outcome", RulesOfRun.Manager, new JsonObject { ["outcome"] = chance.Of("accepted", "rejected", "inadmissible", "withdrawn"), ["on"] = Date(0) }),
        _ => chance.Of("reopen", "escalate", "note", "refer") switch
        {
            "reopen" => ("reopen", RulesOfRun.Manager, new JsonObject { ["reason"] = Words() }),
            "escalate" => ("escalate", Deeds.Client, []),
            "refer" => ("refer", Deeds.Client, new JsonObject { ["on"] = Date(0) }),
            _ => ("note", _handler, new JsonObject { ["text"] = Words() }),
        },
    };

    /// <summary>By anybody, in any state: much of it has to be refused.</summary>
    private (string Action, string By, JsonObject Fields) Anything()
    {
        string by = chance.Of([.. RulesOfRun.Handlers, RulesOfRun.Manager, RulesOfRun.Director, Deeds.Client]);
        JsonObject fields = new()
        {
            ["text"] = Words(),
            ["reason"] = Words(),
            ["comment"] = Words(),
            ["summary"] = Words(),
            ["channel"] = "email",
            ["by"] = "email",
            ["on"] = Date(-chance.Of(0, 1, 100)),
            ["until"] = Date(chance.Of(-5, 40, 200)),
            ["to"] = chance.Of([.. RulesOfRun.Handlers, "nobody@exemple.fr"]),
            ["outcome"] = "rejected",
            ["product"] = chance.Of("auto", "habitation"),
        };
        string action = by == Deeds.Client
            ? chance.Of("message", "escalate", "refer", "court-action", "withdraw")
            : chance.Of(
                "assign", "acknowledge", "draft", "submit", "approve", "return", "record-sent", "extend", "record-call", "note", "message", "escalate",
                "refer", "mediator-outcome", "court-action", "transfer", "classify", "hold", "release", "requalify", "withdraw", "close", "reopen");
        return (action, by, fields);
    }

    private async Task<Answer> DoAsync(string action, string by, JsonObject fields)
    {
        Call call = by == Deeds.Client
            ? new Call("POST", _clientPath, "application/x-www-form-urlencoded", Deeds.Form(action, fields))
            : new Call(
                "POST", $"/api/complaints/{_reference}/actions/{action}", "application/json", fields.ToJsonString(), ("x-functions-key", SimulatedHost.Key), ("x-staff-email", by));
        Footprint footprint = new();
        Footprint.Current = footprint;
        Answer answer = await world.SendAsync(call);
        DeedOutcome outcome = Deeds.OutcomeOf(answer);
        world.Ledger.Deeds.Add(new Deed(_reference, by, action, outcome));
        world.Trace.Note($"{_reference} {action} by {by}: {outcome}");
        if (outcome == DeedOutcome.Refused && footprint.Partitions.Contains(_reference))
        {
            world.Violations.Add($"{_reference}: {action} by {by} was refused ({answer.Status}) and wrote all the same");
        }

        return answer;
    }

    private string Words() => $"Dit pour la {++_words}e fois.";

    private string Date(int days) => Paris.DateOf(world.Now).AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
