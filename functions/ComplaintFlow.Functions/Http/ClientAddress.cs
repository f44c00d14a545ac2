using ComplaintFlow.Functions.Configuration;
using Microsoft.AspNetCore.Http;

namespace ComplaintFlow.Functions.Http;

/// <summary>The address of whoever posts: what Azure's front end says, else the connection's.</summary>
internal static class ClientAddress
{
    private static readonly string[] FrontEndHeaders = ["X-Azure-ClientIP", "CLIENT-IP"];

    public static string Of(HttpRequest request)
    {
        // Only behind Azure's front end, which sets them itself; elsewhere anybody could.
        if (WorkerFlavour.IsAzure)
        {
            foreach (string header in FrontEndHeaders)
            {
                string value = request.Headers[header].ToString();
                if (value.Length > 0)
                {
                    int port = value.LastIndexOf(':');
                    return port > 0 && value.IndexOf(':', StringComparison.Ordinal) == port ? value[..port] : value;
                }
            }
        }

        return request.HttpContext.Connection.RemoteIpAddress?.ToString() ?? "unknown";
    }
}
