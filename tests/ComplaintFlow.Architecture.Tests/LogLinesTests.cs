using System.Reflection;
using Microsoft.Extensions.Logging;

namespace ComplaintFlow.Architecture.Tests;

/// <summary>Every line that is logged has an event id of its own, by which those who watch know it.</summary>
public sealed class LogLinesTests
{
    private static readonly (string Name, LoggerMessageAttribute Line)[] Lines =
    [
        .. from part in new[] { Parts.Functions, Parts.LocalHost }
           from type in part.GetTypes()
           from method in type.GetMethods(BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
           let line = method.GetCustomAttribute<LoggerMessageAttribute>()
           where line is not null
           select ($"{type.Name}.{method.Name}", line),
    ];

    [Fact]
    public void EventIds_OfAllLines_AreDifferent()
    {
        Assert.NotEmpty(Lines);
        Assert.All(Lines.GroupBy(line => line.Line.EventId), lines => Assert.True(lines.Count() == 1, $"{lines.Key}: {string.Join(", ", lines.Select(line => line.Name))}"));
        Assert.All(Lines, line => Assert.True(line.Line.EventId > 0, line.Name));
    }

    /// <summary>The program's are below 200, the embedded host's above: neither knows the other's.</summary>
    [Fact]
    public void EventIds_OfBothParts_AreApart()
    {
        string[] ofTheProgram = [.. Parts.Functions.GetTypes().Select(type => type.Name)];

        Assert.All(Lines, line => Assert.Equal(ofTheProgram.Contains(line.Name.Split('.')[0]), line.Line.EventId < 200));
    }

    /// <summary>A line that is not made by <c>[LoggerMessage]</c> has no id.</summary>
    [Fact]
    public void Lines_AreAllLoggerMessages() => Assert.All(
        Source.Files("functions").Concat(Source.Files("infra")),
        path => Assert.DoesNotMatch(@"\.Log(?:Trace|Debug|Information|Warning|Error|Critical)\(", Source.Read(path)));
}
