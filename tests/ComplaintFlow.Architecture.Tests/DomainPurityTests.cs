using System.Text.RegularExpressions;

namespace ComplaintFlow.Architecture.Tests;

/// <summary>The domain decides from what it is given: no clock, no chance, no input or output.</summary>
public sealed partial class DomainPurityTests
{
    [Fact]
    public void Domain_ItsCode_UsesNoClockNoChanceAndNoOutsideWorld()
    {
        IReadOnlyList<string> used = IntermediateCode.MembersUsed(Parts.Domain);
        Assert.Contains("System.DateOnly.AddMonths", used);
        Assert.DoesNotContain(used, member => Impure().IsMatch(member));
    }

    [Fact]
    public void Domain_ItsTypes_HoldNoMutableStaticState()
    {
        IEnumerable<string> mutable = Parts.Written(Parts.Domain)
            .SelectMany(type => type.GetFields(System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.NonPublic))
            .Where(field => !field.IsInitOnly && !field.IsLiteral && !field.Name.Contains('<', StringComparison.Ordinal))
            .Select(field => $"{field.DeclaringType}.{field.Name}");
        Assert.Empty(mutable);
    }

    [GeneratedRegex(@"^System\.(DateTime(Offset)?\.get_(Now|UtcNow|Today)|TimeProvider|Diagnostics\.Stopwatch|Environment\.(?!get_CurrentManagedThreadId)|Console|Random|Guid\.(NewGuid|CreateVersion7)|IO\.(File|Directory|Path|Stream)|Net\.|Threading\.(Thread|Timer|Tasks\.Task)\b|Security\.Cryptography\.RandomNumberGenerator|TimeZoneInfo\.get_Local)")]
    private static partial Regex Impure();
}
