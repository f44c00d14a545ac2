using System.Reflection;
using Xunit.Sdk;

namespace ComplaintFlow.Scenarios.App;

/// <summary>Runs a theory twice: straight, and with the program stopped and started again from storage between its steps of time.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class StraightAndRestartedAttribute : DataAttribute
{
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[false], [true]];
}
