using System.Globalization;
using ComplaintFlow.Scenarios.App;

namespace ComplaintFlow.Mailboxes.Server;

/// <summary>Settings of mailboxes as an administrator would write them.</summary>
public static class MailboxSettings
{
    /// <summary>A mailbox on the server, over a plain connection on this machine; <paramref name="more"/> are further settings of it.</summary>
    public static Dictionary<string, string> Of(Dovecot dovecot, string user, string name = "general", params (string Name, string Value)[] more) =>
        Of(dovecot.Port, user, name, more);

    public static Dictionary<string, string> Of(int port, string user, string name = "general", params (string Name, string Value)[] more)
    {
        Dictionary<string, string> settings = new()
        {
            [Key(name, "Host")] = "127.0.0.1",
            [Key(name, "Port")] = port.ToString(CultureInfo.InvariantCulture),
            [Key(name, "Tls")] = "none",
            [Key(name, "User")] = user,
            [Key(name, "Password")] = Dovecot.Password,
        };
        foreach ((string setting, string value) in more)
        {
            settings[Key(name, setting)] = value;
        }

        return settings;
    }

    public static Dictionary<string, string> And(this Dictionary<string, string> settings, Dictionary<string, string> others) =>
        settings.Concat(others).ToDictionary(setting => setting.Key, setting => setting.Value);

    /// <summary>The program reads its mailboxes: the next minute begins.</summary>
    public static Task ReadMailboxesAsync(this TestApp app) => app.AdvanceByAsync(TimeSpan.FromMinutes(1));

    /// <summary>Three readings, at the pace of a mailbox that fails, after which it counts as broken.</summary>
    public static async Task FailThreeTimesAsync(this TestApp app)
    {
        await app.ReadMailboxesAsync();
        await app.ReadMailboxesAsync();
        await app.ReadMailboxesAsync();
    }

    /// <summary>The settings with which a process of its own goes on where the program was stopped.</summary>
    public static Dictionary<string, string> Settings(this TestApp app) => new()
    {
        ["ComplaintFlow__DataDirectory"] = app.DataDirectory,
        ["ComplaintFlow__PublicUrl"] = TestApp.PublicUrl,
        ["ComplaintFlow__RateLimit"] = "0",
        ["ComplaintFlow__Keys__test"] = TestApp.Key,
        ["ComplaintFlow__KeyScopes__test"] = "intake,read,act,approve,admin",
        ["LocalHost__Port"] = "0",
        ["LocalHost__Clock__Start"] = TestApp.Instant("2026-03-02 09:00").ToString("O", CultureInfo.InvariantCulture),
    };

    private static string Key(string name, string setting) => $"ComplaintFlow__Intake__Mailboxes__{name}__{setting}";
}
