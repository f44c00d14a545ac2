using System.Reflection;
using System.Runtime.ExceptionServices;
using Microsoft.Extensions.DependencyInjection;

namespace ComplaintFlow.LocalHost.Hosting;

/// <summary>A method made ready to run: its arguments, its instance and its result are worked out once.</summary>
internal sealed class FunctionBody
{
    private readonly MethodInvoker _method;
    private readonly Func<Invocation, object?>?[] _arguments;
    private readonly ParameterInfo[] _parameters;
    private readonly Func<object?, ValueTask<object?>> _result;
    private readonly Lazy<ObjectFactory>? _instance;

    public FunctionBody(MethodInfo method)
    {
        _method = MethodInvoker.Create(method);
        _parameters = method.GetParameters();
        _arguments = [.. _parameters.Select(Argument.For)];
        _result = FunctionResult.Reader(method.ReturnType);
        _instance = method.IsStatic ? null : new(() => ActivatorUtilities.CreateFactory(method.DeclaringType!, []));
    }

    public IEnumerable<ParameterInfo> Unbound => _parameters.Where((_, index) => _arguments[index] is null);

    public async ValueTask RunAsync(Invocation invocation)
    {
        object? instance = _instance?.Value(invocation.InstanceServices, null);
        try
        {
            invocation.Result = await _result(Call(instance, invocation));
        }
        finally
        {
            switch (instance)
            {
                case IAsyncDisposable disposable:
                    await disposable.DisposeAsync();
                    break;
                case IDisposable disposable:
                    disposable.Dispose();
                    break;
            }
        }
    }

    private object? Call(object? instance, Invocation invocation)
    {
        object?[] arguments = new object?[_arguments.Length];
        for (int index = 0; index < arguments.Length; index++)
        {
            arguments[index] = _arguments[index]!(invocation);
        }

        try
        {
            return _method.Invoke(instance, arguments.AsSpan());
        }
        catch (TargetInvocationException wrapped) when (wrapped.InnerException is { } thrown)
        {
            ExceptionDispatchInfo.Throw(thrown);
            throw;
        }
    }
}
