using Azure;
using Azure.Identity;

namespace ComplaintFlow.Functions.Storage.Azure;

/// <summary>What an error of the storage account means to whoever runs the program, French then English.</summary>
internal static class AzureFault
{
    /// <summary>Runs a request and turns its failure, after the client library's own retries, into a plain message.</summary>
    /// <exception cref="StoreUnavailableException">The account does not answer, or refuses.</exception>
    public static async Task<T> GuardAsync<T>(string account, Func<Task<T>> request)
    {
        try
        {
            return await request();
        }
        catch (RequestFailedException error)
        {
            throw new StoreUnavailableException(Explain(error, account), error);
        }
        catch (AggregateException error)
        {
            // What the retry policy throws when every attempt has failed.
            throw new StoreUnavailableException(Unreachable(account), error);
        }
        catch (AuthenticationFailedException error)
        {
            throw new StoreUnavailableException(
                $"Aucune identité pour le compte de stockage « {account} » : activez l'identité managée ou connectez-vous (az login). "
                + $"/ No identity for the storage account '{account}': enable the managed identity, or sign in (az login).",
                error);
        }
    }

    private static string Explain(RequestFailedException error, string account) => error.Status switch
    {
        0 => Unreachable(account),
        401 or 403 =>
            $"Le compte de stockage « {account} » refuse l'accès : vérifiez la clé, ou donnez à l'identité les rôles "
            + "« Storage Table Data Contributor » et « Storage Blob Data Contributor ». "
            + $"/ The storage account '{account}' refuses access: check the key, or give the identity the two roles above. ({error.ErrorCode})",
        _ =>
            $"Le compte de stockage « {account} » répond par une erreur ({error.Status} {error.ErrorCode}). "
            + $"/ The storage account '{account}' answers with an error ({error.Status} {error.ErrorCode}).",
    };

    private static string Unreachable(string account) =>
        $"Le compte de stockage « {account} » ne répond pas : vérifiez l'adresse et le réseau. "
        + $"/ The storage account '{account}' does not answer: check the address and the network.";
}
