using Azure.Core;

namespace Azure.Communication.Email;

/// <summary>Retries, transport and diagnostics of the client, and the version of the service's API.</summary>
public class EmailClientOptions : ClientOptions
{
    /// <summary>Options for a version of the API, to be named: the default differs from one package to the next.</summary>
    public EmailClientOptions(ServiceVersion version) => ApiVersion = version switch
    {
        ServiceVersion.V2023_03_31 => "2023-03-31",
        _ => throw new ArgumentOutOfRangeException(nameof(version)),
    };

    internal string ApiVersion { get; }

    /// <summary>The versions of the API that can be asked for.</summary>
#pragma warning disable CA1707, CA1008 // The names and numbers of the real type.
    public enum ServiceVersion
    {
        /// <summary>2023-03-31.</summary>
        V2023_03_31 = 3,
    }
#pragma warning restore CA1707, CA1008
}
