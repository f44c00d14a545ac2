using ComplaintFlow.Domain.Procedure;
using ComplaintFlow.Functions.Markup;

namespace ComplaintFlow.Functions.Pages;

/// <summary>The frame of every page: head, firm's name, contents, footer. No script, no style but <c>/assets/style.css</c>.</summary>
public static class Layout
{
    /// <param name="title">The title of the window; the firm's name is added.</param>
    /// <param name="body">The contents of <c>main</c>, starting with the one <c>h1</c>.</param>
    /// <param name="index">Whether search engines may list the page.</param>
    /// <param name="staff">A page for the firm: wider, with the way to the desk.</param>
    public static Html Page(string title, Language language, Firm firm, Html body, bool index = false, bool staff = false) =>
        Html.Of($"""
            <!doctype html>
            <html lang="{language.Code()}">
            {Head($"{title} – {firm.Name}", index)}
            <body class="{(staff ? "staff" : "public")}">
            <a class="skip" href="#main">{language.Say("Aller au contenu", "Skip to the content")}</a>
            <header class="top"><div class="frame">
            <p class="firm">{firm.Name}<span>{language.Say("Traitement des réclamations", "Complaint handling")}</span></p>
            {Navigation(staff)}
            </div></header>
            <main id="main" class="frame" tabindex="-1">
            {body}
            </main>
            {Footer(language, firm)}
            </body>
            </html>

            """);

    internal static Html Head(string title, bool index) => Html.Of($"""
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        {Html.When(!index, Html.Of($"""<meta name="robots" content="noindex">"""))}
        <meta name="referrer" content="no-referrer">
        <title>{title}</title>
        <link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
        <link rel="stylesheet" href="/assets/style.css">
        </head>
        """);

    private static Html Navigation(bool staff) => staff
        ? Html.Of($"""<nav aria-label="Navigation"><a href="/staff">Bureau</a><a href="/deadlines">Échéances</a></nav>""")
        : Html.Empty;

    private static Html Footer(Language language, Firm firm) => Html.Of($"""
        <footer class="bottom"><div class="frame">
        <address><strong>{firm.Name}</strong><br>{firm.PostalAddress}<br>{language.Say("Téléphone : ", "Telephone: ")}<a href="tel:{Dialled(firm.Phone)}">{firm.Phone}</a></address>
        <p>ORIAS {firm.OriasNumber}</p>
        <p><a href="/procedure{(language == Language.English ? "?lang=en" : "")}">{language.Say("Notre procédure de réclamation", "Our complaint procedure")}</a></p>
        </div></footer>
        """);

    private static string Dialled(string phone) => string.Concat(phone.Where(c => char.IsAsciiDigit(c) || c == '+'));
}
