using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using ComplaintFlow.LocalHost.Hosting;
using Microsoft.AspNetCore.Http;

namespace ComplaintFlow.LocalHost.Mailbox;

/// <summary><c>GET /local/mailbox</c>: the mails sent, for a program as JSON, for a person as a page.</summary>
internal static class MailboxPage
{
    private static readonly HtmlEncoder Html = HtmlEncoder.Create(System.Text.Unicode.UnicodeRanges.All);
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");

    public static IResult Answer(HttpRequest request, MailFolder folder, HostFile host)
    {
        string? kind = Asked(request, "kind");
        string? reference = Asked(request, "reference");
        List<StoredMail> mails =
        [
            .. folder.Read().Where(mail => Matches(kind, mail.Kind) && Matches(reference, mail.Reference)),
        ];
        if (WantsJson(request))
        {
            return Results.Json(mails);
        }

        request.HttpContext.Response.Headers.ContentSecurityPolicy =
            "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
        request.HttpContext.Response.Headers.XContentTypeOptions = "nosniff";
        request.HttpContext.Response.Headers["Referrer-Policy"] = "no-referrer";
        return Results.Text(Page(mails, kind, reference, host), "text/html", Encoding.UTF8);
    }

    public static IResult Style() => Results.Stream(
        typeof(MailboxPage).Assembly.GetManifestResourceStream("style.css")!, "text/css; charset=utf-8");

    private static string? Asked(HttpRequest request, string name) => request.Query[name].ToString() is { Length: > 0 } value ? value : null;

    private static bool Matches(string? asked, string? value) => asked is null || string.Equals(asked, value, StringComparison.OrdinalIgnoreCase);

    private static bool WantsJson(HttpRequest request)
    {
        string accept = request.Headers.Accept.ToString();
        return accept.Contains("json", StringComparison.OrdinalIgnoreCase) && !accept.Contains("text/html", StringComparison.OrdinalIgnoreCase);
    }

    private static string Page(IReadOnlyCollection<StoredMail> mails, string? kind, string? reference, HostFile host)
    {
        StringBuilder page = new();
        page.Append(CultureInfo.InvariantCulture, $"""
            <!DOCTYPE html>
            <html lang="fr">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="robots" content="noindex">
            <title>Boîte aux lettres</title>
            <link rel="stylesheet" href="/local/style.css">
            </head>
            <body>
            <main>
            <h1>Boîte aux lettres</h1>
            <p class="en" lang="en">Every mail sent by the application, newest first.</p>
            <form method="get" action="/local/mailbox">
            <label>Nature <input name="kind" value="{Text(kind)}"></label>
            <label>Référence <input name="reference" value="{Text(reference)}"></label>
            <button>Filtrer</button>
            </form>
            <p>{Count(mails.Count)}</p>

            """);
        foreach (StoredMail mail in mails)
        {
            Append(page, mail);
        }

        page.Append("</main>\n</body>\n</html>\n");
        return page.ToString();
    }

    private static void Append(StringBuilder page, StoredMail mail)
    {
        page.Append(CultureInfo.InvariantCulture, $"""
            <article id="{Text(mail.Id)}">
            <h2>{Text(mail.Subject)}</h2>
            <dl>
            <dt>À</dt><dd>{Text(mail.To)}</dd>
            <dt>Le</dt><dd><time datetime="{mail.At:O}">{TimeZoneInfo.ConvertTime(mail.At, Zone).ToString("dddd d MMMM yyyy, HH:mm", French)}</time></dd>
            <dt>Nature</dt><dd>{Text(mail.Kind ?? "—")}</dd>
            <dt>Référence</dt><dd>{Text(mail.Reference ?? "—")}</dd>
            </dl>
            <div class="text">{Linked(mail.Text)}</div>

            """);
        AppendList(page, "Liens", mail.Links.Select(Link));
        AppendList(page, "Pièces jointes", mail.Attachments.Select(file => $"{Text(file.FileName)} ({Text(file.ContentType)}, {file.Size} octets)"));
        page.Append("</article>\n");
    }

    private static void AppendList(StringBuilder page, string title, IEnumerable<string> items)
    {
        string list = string.Concat(items.Select(item => $"<li>{item}</li>\n"));
        if (list.Length > 0)
        {
            page.Append(CultureInfo.InvariantCulture, $"<h3>{title}</h3>\n<ul>\n{list}</ul>\n");
        }
    }

    private static string Linked(string? text)
    {
        StringBuilder linked = new();
        int done = 0;
        foreach ((int index, string link) in MailLinks.InText(text))
        {
            linked.Append(Text(text![done..index])).Append(Link(link));
            done = index + link.Length;
        }

        return linked.Append(Text(text?[done..])).ToString();
    }

    private static string Link(string link) => $"<a href=\"{Text(link)}\" rel=\"noreferrer\">{Text(link)}</a>";

    private static string Count(int count) => count switch
    {
        0 => "Aucun message.",
        1 => "1 message.",
        _ => $"{count} messages.",
    };

    private static string Text(string? text) => Html.Encode(text ?? string.Empty);
}
