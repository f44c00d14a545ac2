using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ComplaintFlow.LocalHost.Tests.Functions;

/// <summary>HTTP functions of all sorts.</summary>
public sealed class HttpFunctions(Journal journal)
{
    [Function(nameof(Home))]
    public static IResult Home([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "post", Route = "{x:maxlength(0)?}")] HttpRequest request) =>
        Results.Text($"home {request.Method}");

    [Function(nameof(Item))]
    public static Task<IResult> Item(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/items/{id}")] HttpRequest request, string id, CancellationToken cancellationToken) =>
        Task.FromResult(Results.Json(new { id, query = request.Query["q"].ToString(), cancellationToken.IsCancellationRequested }));

    [Function(nameof(WhoAsks))]
    public static IResult WhoAsks([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) =>
        Results.Text($"{request.Scheme}://{request.Host.Host} {request.HttpContext.Connection.RemoteIpAddress}");

    [Function(nameof(Numbered))]
    public static IResult Numbered([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "numbers/{number:int}")] HttpRequest request, int number) =>
        Results.Text($"{request.Path} {number + 1}");

    [Function(nameof(Alpha))]
    public static IResult Alpha([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "overlap/{any}")] HttpRequest request, string any) =>
        Results.Text($"alpha {any} {request.Method}");

    [Function(nameof(Beta))]
    public static IResult Beta([HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "overlap/fixed")] HttpRequest request) =>
        Results.Text($"beta {request.Method}");

    [Function(nameof(Nothing))]
    public static IResult? Nothing([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) => null;

    [Function(nameof(ThrowArgument))]
    public static IResult ThrowArgument([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) =>
        throw new ArgumentException("refused");

    [Function(nameof(ThrowOther))]
    public static async Task<IResult> ThrowOther([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request)
    {
        await Task.Yield();
        throw new InvalidOperationException("secret");
    }

    [Function(nameof(ThrowInResult))]
    public static IResult ThrowInResult([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) => new Broken();

    [Function(nameof(Redirect))]
    public static IResult Redirect([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request)
    {
        request.HttpContext.Response.Headers.Location = "/elsewhere";
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }

    [Function(nameof(Form))]
    public static async Task<IResult> Form([HttpTrigger(AuthorizationLevel.Anonymous, "post")] HttpRequest request)
    {
        IFormCollection form = await request.ReadFormAsync();
        return Results.Text($"{form["name"]} {(form.Files.Count > 0 ? form.Files[0].FileName : null)}");
    }

    [Function(nameof(Context))]
    public IResult Context([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request, FunctionContext context)
    {
        journal.Add("context");
        return Results.Json(new
        {
            context.FunctionDefinition.Name,
            context.FunctionDefinition.EntryPoint,
            context.FunctionId,
            SameHttp = ReferenceEquals(context.GetHttpContext(), request.HttpContext),
        });
    }

    private sealed class Broken : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => throw new ArgumentException("too late to be caught");
    }
}
