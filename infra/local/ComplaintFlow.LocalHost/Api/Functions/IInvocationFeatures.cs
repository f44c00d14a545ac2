namespace Microsoft.Azure.Functions.Worker;

/// <summary>The features of one run, by type.</summary>
public interface IInvocationFeatures : IEnumerable<KeyValuePair<Type, object>>
{
    /// <summary>Sets the feature of type <typeparamref name="T"/>.</summary>
    public void Set<T>(T instance);

    /// <summary>The feature of type <typeparamref name="T"/>, or null.</summary>
    public T? Get<T>();
}
