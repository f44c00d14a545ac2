using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Gives the function a <see cref="Microsoft.DurableTask.Client.DurableTaskClient"/>.</summary>
public sealed class DurableClientAttribute : InputBindingAttribute
{
    /// <summary>The task hub; this host has one.</summary>
    public string? TaskHub { get; set; }

    /// <summary>The connection of the task hub; this host has one.</summary>
    public string? ConnectionName { get; set; }
}
