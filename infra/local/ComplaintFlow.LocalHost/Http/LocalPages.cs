using ComplaintFlow.LocalHost.Clock;
using ComplaintFlow.LocalHost.Hosting;
using ComplaintFlow.LocalHost.Mailbox;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace ComplaintFlow.LocalHost.Http;

/// <summary>What the host itself answers, below <c>/local</c>; all the rest goes to the functions.</summary>
internal sealed class LocalPages(HostFile host, MailFolder mails, HttpFunctions functions, IServiceProvider services)
{
    public Task AnswerAsync(HttpContext http) =>
        http.Request.Path.StartsWithSegments("/local", StringComparison.OrdinalIgnoreCase, out PathString rest)
            ? AnswerLocalAsync(http, rest)
            : functions.AnswerAsync(http);

    private async Task AnswerLocalAsync(HttpContext http, PathString path)
    {
        http.Response.Headers.CacheControl = "no-store";
        IResult? result = LocalGate.Admits(http, host) ? await FindAsync(http.Request, path) : null;
        if (result is null)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        await result.ExecuteAsync(http);
    }

    private async Task<IResult?> FindAsync(HttpRequest request, PathString path)
    {
        VirtualClock? clock = services.GetRequiredService<TimeProvider>() as VirtualClock;
        return (request.Method, path.Value?.TrimEnd('/').ToLowerInvariant(), clock) switch
        {
            ("GET", "/mailbox", _) => MailboxPage.Answer(request, mails, host),
            ("GET", "/style.css", _) => MailboxPage.Style(),
            ("GET", "/clock", { }) => ClockEndpoints.Read(clock),
            ("POST", "/clock/advance", { }) => await ClockEndpoints.AdvanceAsync(clock, request),
            _ => null,
        };
    }
}
