using ComplaintFlow.LocalHost.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace ComplaintFlow.LocalHost.Tests.Hosting;

public sealed class FunctionPipelineTests
{
    [Fact]
    public async Task Middleware_RunsAsRegistered_AndSeesTheHttpContextAfterTheWebApplicationOnly()
    {
        List<string> seen = [];
        FunctionPipeline pipeline = new();
        Note("before");
        pipeline.UseWebApplication();
        Note("after");
        await using ServiceProvider services = new ServiceCollection().BuildServiceProvider();
        Function home = new FunctionCatalogue(typeof(TestHost).Assembly).Functions.Single(function => function.Name == nameof(Functions.HttpFunctions.Home));
        Invocation invocation = new(home, services, CancellationToken.None) { Http = new DefaultHttpContext() };
        await pipeline.RunAsync(invocation);
        Assert.Equal(["before False", "after True", "after done", "before done"], seen);
        Assert.IsType<IResult>(invocation.GetInvocationResult().Value, exactMatch: false);

        void Note(string name) => pipeline.Use(next => async context =>
        {
            seen.Add($"{name} {context.GetHttpContext() is not null}");
            await next(context);
            seen.Add($"{name} done");
        });
    }

    [Fact]
    public async Task Middleware_SeesOrchestratorsAndActivities_WithoutHttp()
    {
        await using TestHost host = await TestHost.StartAsync();
        await host.Client.ScheduleNewOrchestrationInstanceAsync(nameof(Functions.Orchestrators.Sequence), "x");
        await host.Clock.SettleAsync();
        Assert.Contains("middleware Sequence without http", host.Journal.Lines);
        Assert.Contains("middleware Note without http", host.Journal.Lines);
    }

    [Fact]
    public void Catalogue_KnowsFunctionsByTrigger_WhateverTheCase()
    {
        FunctionCatalogue catalogue = new(typeof(TestHost).Assembly);
        Assert.Empty(catalogue.Faults);
        Assert.Equal("Sequence", catalogue.Orchestrator("SEQUENCE")!.Name);
        Assert.Equal("Note", catalogue.Activity("note")!.Name);
        Assert.Null(catalogue.Activity("Sequence"));
        Assert.Equal(["AtStart", "EverySixAm"], catalogue.TriggeredBy<TimerTriggerAttribute>().Select(found => found.Function.Name));
    }
}
