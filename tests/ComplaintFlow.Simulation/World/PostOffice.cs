using System.Text.RegularExpressions;
using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Functions.Mail;
using ComplaintFlow.Functions.Storage;
using ComplaintFlow.Simulation.Faults;
using ComplaintFlow.Simulation.Schedule;

namespace ComplaintFlow.Simulation.World;

/// <summary>A mail that reached somebody.</summary>
public sealed record Letter(Guid Id, string Kind, string Reference, string To, DateTimeOffset At, string Text);

/// <summary>
/// The world's post. What it has taken has reached the person, whatever the program learns of it; it is no part of the
/// program and remembers through every crash.
/// </summary>
public sealed partial class PostOffice(FaultSource faults, MemoryTableStore store, Trace trace, Action<string> violation, Func<DateTimeOffset> now) : IMailTransport
{
    /// <summary>Mails to these addresses come back.</summary>
    public const string UnknownUser = "inconnu@";

    private readonly HashSet<Guid> _known = [];
    private readonly List<Letter> _letters = [];

    /// <summary>Each mail once, in the order of arrival.</summary>
    public IReadOnlyList<Letter> Letters => _letters;

    /// <summary>How many came more than once, each in the one gap that no program can close.</summary>
    public int Repeated { get; private set; }

    public async Task<SendOutcome> SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        await faults.StepAsync("send");
        if (mail.To.StartsWith(UnknownUser, StringComparison.Ordinal))
        {
            return new SendOutcome.Rejected("550 5.1.1 No such user");
        }

        if (faults.Strikes(faults.Weather.MailFails, "send fails"))
        {
            return new SendOutcome.Retry("421 Try again later");
        }

        Deliver(mail);
        await faults.StepAsync("mail taken");
        return faults.Strikes(faults.Weather.MailForgets, "send forgotten") ? new SendOutcome.Retry("The connection broke.") : new SendOutcome.Sent();
    }

    public Task CheckAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>The path of the page that a mail leads to; null without one.</summary>
    public static string? LinkIn(Letter letter) => Link().Match(letter.Text) is { Success: true } match ? match.Value : null;

    private void Deliver(OutgoingMail mail)
    {
        string kind = WireName.Of(mail.Kind);
        trace.Note($"mail {now():yyyy-MM-dd HH:mm:ss} {kind} {mail.Reference} {mail.To}");
        if (_known.Add(mail.Id))
        {
            _letters.Add(new Letter(mail.Id, kind, mail.Reference ?? "", mail.To, now(), mail.Text));
            return;
        }

        Repeated++;
        string effect = $"-{mail.Id:N}";
        if (store.Rows(mail.Reference ?? "").FirstOrDefault(row => row.Row.EndsWith(effect, StringComparison.Ordinal)) is { } row && row.Text("status") != "pending")
        {
            violation($"{mail.Reference}: mail {kind} to {mail.To} was sent again although it was noted as {row.Text("status")}");
        }
    }

    [GeneratedRegex("/[cs]/[A-Za-z0-9_.~-]+")]
    private static partial Regex Link();
}
