using System.Text;
using System.Text.Json;
using ComplaintFlow.Functions.Complaints;
using ComplaintFlow.Functions.Markup;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace ComplaintFlow.Functions.Http;

/// <summary>
/// An answer whose bytes are ready, so that writing it cannot fail: behind the real host nothing can catch what a result
/// throws while it executes.
/// </summary>
public sealed class Reply : IResult
{
    private readonly List<KeyValuePair<string, string>> _headers = [];

    private Reply(int status, string? contentType, ReadOnlyMemory<byte> body)
    {
        Status = status;
        ContentType = contentType;
        Body = body;
    }

    public int Status { get; }

    public string? ContentType { get; }

    public ReadOnlyMemory<byte> Body { get; }

    public static Reply Json<T>(T value, int status = StatusCodes.Status200OK) =>
        new(status, "application/json; charset=utf-8", JsonSerializer.SerializeToUtf8Bytes(value, JournalJson.Options));

    public static Reply Problem(object value, int status) =>
        new(status, "application/problem+json; charset=utf-8", JsonSerializer.SerializeToUtf8Bytes(value, JournalJson.Options));

    public static Reply Page(Html page, int status = StatusCodes.Status200OK) =>
        new(status, "text/html; charset=utf-8", Encoding.UTF8.GetBytes(page.ToString()));

    public static Reply Bytes(string contentType, ReadOnlyMemory<byte> body) => new(StatusCodes.Status200OK, contentType, body);

    public static Reply Empty(int status) => new(status, null, ReadOnlyMemory<byte>.Empty);

    /// <summary>303: the browser goes on with a GET, so that reloading posts nothing twice.</summary>
    public static Reply SeeOther(string location) => Empty(StatusCodes.Status303SeeOther).With(HeaderNames.Location, location);

    /// <summary>Adds a header. Only ASCII passes: anything else is percent-encoded, since the host answers 500 to it.</summary>
    public Reply With(string name, string value)
    {
        _headers.Add(new(name, Ascii.IsValid(value) ? value : Uri.EscapeDataString(value)));
        return this;
    }

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        HttpResponse response = httpContext.Response;
        response.StatusCode = Status;
        foreach ((string name, string value) in _headers)
        {
            response.Headers.Append(name, value);
        }

        if (ContentType is not null)
        {
            response.ContentType = ContentType;
        }

        if (Status is StatusCodes.Status204NoContent or StatusCodes.Status304NotModified)
        {
            return;
        }

        response.ContentLength = Body.Length;
        if (!HttpMethods.IsHead(httpContext.Request.Method) && Body.Length > 0)
        {
            await response.Body.WriteAsync(Body, httpContext.RequestAborted);
        }
    }
}
