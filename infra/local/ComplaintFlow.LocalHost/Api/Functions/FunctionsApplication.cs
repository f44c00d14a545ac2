using System.Reflection;
using System.Runtime.CompilerServices;

namespace Microsoft.Azure.Functions.Worker.Builder;

/// <summary>The beginning of a Functions application.</summary>
public class FunctionsApplication
{
    /// <summary>A builder for the functions of the calling assembly.</summary>
    /// <param name="args">Settings: <c>--A__B=v</c>, <c>--A:B v</c> or <c>A__B=v</c>.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static FunctionsApplicationBuilder CreateBuilder(string[] args) => new(args, Assembly.GetCallingAssembly());
}
