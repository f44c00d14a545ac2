using System.Text;
using ComplaintFlow.Scenarios.App;

namespace ComplaintFlow.Mailboxes.Server;

/// <summary>Messages of people who complain.</summary>
public static class Messages
{
    /// <summary>The complaint with that number, of a person of its own; its subject is <c>Affaire {number}</c>.</summary>
    public static string Numbered(int number) => IncomingMails.Mail(
        $"Bonjour,\nl’affaire {number} n’est pas réglée.", $"Affaire {number}", $"Personne {number} <personne{number}@example.fr>", $"<affaire{number}@example.fr>");

    /// <summary>The same, with so many bytes in all.</summary>
    public static byte[] OfSize(int number, int bytes)
    {
        byte[] message = new byte[bytes];
        Span<byte> line = Encoding.ASCII.GetBytes(new string('x', 70) + "\r\n");
        byte[] start = Encoding.UTF8.GetBytes(Numbered(number));
        start.CopyTo(message, 0);
        for (int at = start.Length; at < bytes; at += line.Length)
        {
            line[..Math.Min(line.Length, bytes - at)].CopyTo(message.AsSpan(at));
        }

        return message;
    }

    /// <summary>The subjects of all complaints, in ordinal order.</summary>
    public static async Task<IReadOnlyList<string>> SubjectsAsync(this TestApp app)
    {
        List<string> subjects = [];
        foreach (string reference in await app.ListAsync(""))
        {
            subjects.Add((string)(await app.ReadAsync(reference))["subject"]!);
        }

        return [.. subjects.Order(StringComparer.Ordinal)];
    }

    /// <summary>What <c>/healthz</c> says of a mailbox.</summary>
    public static async Task<string> HealthAsync(this TestApp app, string mailbox = "general")
    {
        using HttpResponseMessage response = await app.SendAsync("GET", "/healthz");
        string text = await response.Content.ReadAsStringAsync();
        return (string)System.Text.Json.Nodes.JsonNode.Parse(text)!["parts"]![$"mailbox {mailbox}"]!;
    }

    /// <summary>What is parked: reason and evidence, as the desk says it.</summary>
    public static async Task<IReadOnlyList<System.Text.Json.Nodes.JsonNode>> ParkedAsync(this TestApp app)
    {
        using HttpResponseMessage response = await app.SendAsync("GET", "/api/parked", null, Requests.WithKey(), Requests.As(Staff.Manager));
        return [.. (await response.JsonAsync())["items"]!.AsArray().Select(item => item!)];
    }
}
