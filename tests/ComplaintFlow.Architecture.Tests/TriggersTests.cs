using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Azure.Functions.Worker;

namespace ComplaintFlow.Architecture.Tests;

/// <summary>What the real host asks of functions, their names and their routes.</summary>
public sealed partial class TriggersTests
{
    private static readonly IReadOnlyList<(MethodInfo Method, string Name)> Functions =
    [
        .. Parts.Written(Parts.Functions)
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Select(method => (method, method.GetCustomAttribute<FunctionAttribute>()?.Name))
            .Where(function => function.Name is not null)
            .Select(function => (function.method, function.Name!)),
    ];

    [Fact]
    public void AFunction_IsNamedAfterItsClassOrMethod_AndNoOtherHasThatName()
    {
        Assert.All(Functions, function => Assert.Contains(function.Name, new[] { function.Method.Name, function.Method.DeclaringType!.Name }));
        Assert.Equal(Functions.Count, Functions.Select(function => function.Name).Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(
            Source.Files("functions/ComplaintFlow.Functions").SelectMany(path => FunctionAttributes().Matches(Source.Read(path)).Select(match => match.Groups[1].Value)),
            argument => Assert.StartsWith("nameof(", argument, StringComparison.Ordinal));
    }

    [Fact]
    public void ATrigger_IsOfOneKind() => Assert.All(Functions, function =>
        Assert.Single(function.Method.GetParameters(), parameter => parameter.GetCustomAttributes().Any(attribute => attribute.GetType().Name.EndsWith("TriggerAttribute", StringComparison.Ordinal))));

    [Fact]
    public void Routes_OfTheSameMethod_DoNotOverlap()
    {
        (string Name, string Verb, string[] Segments)[] routes =
        [
            .. Functions.SelectMany(function => Http(function.Method) is { } trigger
                ? trigger.Methods!.Select(verb => (function.Name, verb.ToUpperInvariant(), Segments(trigger.Route!)))
                : []),
        ];
        Assert.NotEmpty(routes);
        IEnumerable<string> overlaps =
            from one in routes
            from other in routes
            where string.CompareOrdinal(one.Name, other.Name) < 0 && one.Verb == other.Verb && Overlap(one.Segments, other.Segments)
            select $"{one.Verb} {one.Name} and {other.Name}";
        Assert.Empty(overlaps);
    }

    [Fact]
    public void EveryRoute_IsOpenToTheApp_WhichDecidesItselfWhoMayPass() => Assert.All(
        Functions.Select(function => Http(function.Method)).OfType<HttpTriggerAttribute>(),
        trigger => Assert.Equal(AuthorizationLevel.Anonymous, trigger.AuthLevel));

    [Fact]
    public void NoRoute_LiesWhereTheRealHostHasItsOwn() => Assert.All(
        Functions.Select(function => Http(function.Method)).OfType<HttpTriggerAttribute>(),
        trigger => Assert.DoesNotContain(Segments(trigger.Route!)[0], new[] { "admin", "runtime", "local" }));

    [Theory]
    [InlineData("api/complaints/{reference}", "api/complaints/{id}", true)]
    [InlineData("staff/sign-in", "staff/{page}", true)]
    [InlineData("api/complaints", "api/complaints/{reference}", false)]
    [InlineData("{x:maxlength(0)?}", "healthz", false)]
    public void Overlapping_IsSeen(string one, string other, bool overlap) => Assert.Equal(overlap, Overlap(Segments(one), Segments(other)));

    private static HttpTriggerAttribute? Http(MethodInfo method) =>
        method.GetParameters().Select(parameter => parameter.GetCustomAttribute<HttpTriggerAttribute>()).FirstOrDefault(trigger => trigger is not null);

    /// <summary>The site's root, whose only segment matches nothing but the empty path, has one segment that no other has.</summary>
    private static string[] Segments(string route) => route == "{x:maxlength(0)?}" ? [""] : route.ToLowerInvariant().Split('/');

    private static bool Overlap(string[] one, string[] other) => one.Length == other.Length && one.Zip(other).All(pair =>
        pair.First == pair.Second || IsParameter(pair.First, pair.Second) || IsParameter(pair.Second, pair.First));

    private static bool IsParameter(string segment, string other) => segment.StartsWith('{') && other.Length > 0;

    [GeneratedRegex(@"\[Function\((.*?)\)\]")]
    private static partial Regex FunctionAttributes();
}
