using System.Reflection;

namespace ComplaintFlow.LocalHost.Hosting;

/// <summary>Reads what a function method gives back: nothing, a value, or a task of either.</summary>
internal static class FunctionResult
{
    public static Func<object?, ValueTask<object?>> Reader(Type returned)
    {
        if (returned == typeof(Task))
        {
            return FromTask;
        }

        if (returned == typeof(ValueTask))
        {
            return value => FromTask(((ValueTask)value!).AsTask());
        }

        if (returned.IsGenericType && returned.GetGenericTypeDefinition() == typeof(Task<>))
        {
            return ReaderOf(nameof(FromTaskOf), returned);
        }

        return returned.IsGenericType && returned.GetGenericTypeDefinition() == typeof(ValueTask<>)
            ? ReaderOf(nameof(FromValueTaskOf), returned)
            : ValueTask.FromResult;
    }

    private static Func<object?, ValueTask<object?>> ReaderOf(string method, Type returned) =>
        typeof(FunctionResult).GetMethod(method, BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(returned.GetGenericArguments())
            .CreateDelegate<Func<object?, ValueTask<object?>>>();

    private static async ValueTask<object?> FromTask(object? task)
    {
        await (Task)task!;
        return null;
    }

    private static async ValueTask<object?> FromTaskOf<T>(object? task) => await (Task<T>)task!;

    private static async ValueTask<object?> FromValueTaskOf<T>(object? task) => await (ValueTask<T>)task!;
}
