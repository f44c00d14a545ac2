using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace ComplaintFlow.LocalHost.Tests.Http;

public sealed class HttpFunctionTests
{
    [Theory]
    [InlineData("GET", "/", "home GET")]
    [InlineData("POST", "/", "home POST")]
    [InlineData("GET", "/API/Items/AbC?q=%C3%A9", "{\"id\":\"AbC\",\"query\":\"é\",\"isCancellationRequested\":false}")]
    [InlineData("GET", "/api/items/a%2Fb/", "{\"id\":\"a%2Fb\",\"query\":\"\",\"isCancellationRequested\":false}")]
    [InlineData("GET", "/numbers/41", "/numbers/41 42")]
    [InlineData("GET", "/overlap/fixed", "alpha fixed GET")]
    [InlineData("POST", "/overlap/fixed", "beta POST")]
    [InlineData("GET", "/nothing", "")]
    public async Task Request_ForAFunction_IsAnswered(string method, string path, string body)
    {
        await using TestHost host = await TestHost.StartAsync();
        using HttpRequestMessage request = new(new HttpMethod(method), path);
        using HttpResponseMessage response = await host.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(body, await response.Content.ReadAsStringAsync());
        Assert.Equal(["passed"], response.Headers.GetValues("x-middleware"));
        Assert.False(response.Headers.Contains("Server"));
    }

    [Theory]
    [InlineData("GET", "/nowhere")]
    [InlineData("GET", "/api//items/1")]
    [InlineData("GET", "/numbers/many")]
    [InlineData("HEAD", "/api/items/1")]
    [InlineData("OPTIONS", "/")]
    [InlineData("DELETE", "/")]
    public async Task Request_ThatNoFunctionTakes_IsAnEmpty404_OutsideTheMiddleware(string method, string path)
    {
        await using TestHost host = await TestHost.StartAsync();
        using HttpRequestMessage request = new(new HttpMethod(method), path);
        using HttpResponseMessage response = await host.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
        Assert.False(response.Headers.Contains("x-middleware"));
        Assert.DoesNotContain(host.Journal.Lines, line => line.EndsWith("with http", StringComparison.Ordinal));
    }

    [Fact]
    public async Task DoubleSlash_IsNotTheRoot()
    {
        await using TestHost host = await TestHost.StartAsync();
        using HttpResponseMessage response = await host.Http.GetAsync(new Uri(host.Http.BaseAddress + "/"));
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task Head_OfAFunctionThatDeclaresIt_ReachesIt()
    {
        await using TestHost host = await TestHost.StartAsync();
        using HttpRequestMessage request = new(HttpMethod.Head, "/");
        using HttpResponseMessage response = await host.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains("middleware Home with http", host.Journal.Lines);
    }

    [Fact]
    public async Task Exception_CaughtByMiddleware_BecomesItsResult()
    {
        await using TestHost host = await TestHost.StartAsync();
        using HttpResponseMessage response = await host.Http.GetAsync("/ThrowArgument");
        Assert.Equal((HttpStatusCode)418, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
    }

    [Theory]
    [InlineData("/ThrowOther")]
    [InlineData("/ThrowInResult")]
    public async Task Exception_CaughtByNobody_IsAnEmpty500(string path)
    {
        await using TestHost host = await TestHost.StartAsync();
        using HttpResponseMessage response = await host.Http.GetAsync(path);
        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Redirect_ByStatusAndLocation_Arrives()
    {
        await using TestHost host = await TestHost.StartAsync();
        using HttpResponseMessage response = await host.Http.GetAsync("/redirect");
        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        Assert.Equal("/elsewhere", response.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Form_WithAFileWithAccents_ArrivesIntact()
    {
        await using TestHost host = await TestHost.StartAsync();
        using MultipartFormDataContent form = [];
        form.Add(new StringContent("Éloïse"), "name");
        form.Add(new ByteArrayContent([1, 2]), "file", "réclamation.pdf");
        using HttpResponseMessage response = await host.Http.PostAsync("/form", form);
        Assert.Equal("Éloïse réclamation.pdf", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Context_DescribesTheFunction()
    {
        await using TestHost host = await TestHost.StartAsync();
        JsonElement context = await host.Http.GetFromJsonAsync<JsonElement>("/context");
        Assert.Equal("Context", context.GetProperty("name").GetString());
        Assert.Equal("ComplaintFlow.LocalHost.Tests.Functions.HttpFunctions.Context", context.GetProperty("entryPoint").GetString());
        Assert.True(context.GetProperty("sameHttp").GetBoolean());
    }

    [Fact]
    public async Task RoutePrefix_OfHostJson_StandsBeforeEveryRoute()
    {
        await using TestHost host = await TestHost.StartAsync("--AzureFunctionsJobHost__extensions__http__routePrefix=pre");
        Assert.Equal("home GET", await host.Http.GetStringAsync("/pre"));
        using HttpResponseMessage bare = await host.Http.GetAsync("/");
        Assert.Equal(HttpStatusCode.NotFound, bare.StatusCode);
    }
}
