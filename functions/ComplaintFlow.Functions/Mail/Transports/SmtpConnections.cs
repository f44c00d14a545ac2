using System.Collections.Concurrent;
using MailKit.Net.Smtp;
using MailKit.Security;

namespace ComplaintFlow.Functions.Mail.Transports;

/// <summary>
/// A few open connections to the server, each used by one sending at a time. A kept one is asked whether it still lives
/// before it is used again, since servers hang up on idle clients.
/// </summary>
internal sealed class SmtpConnections(SmtpOptions options) : IDisposable
{
    private readonly SemaphoreSlim _places = new(options.Connections);
    private readonly ConcurrentBag<SmtpClient> _idle = [];

    /// <summary>
    /// Does <paramref name="use"/> on a live connection, which goes back into the pool unless it broke. Once a place is
    /// free, all of it takes at most the time limit; network time is real time, whatever clock the program runs on.
    /// </summary>
    public async Task UseAsync(Func<SmtpClient, CancellationToken, Task> use, CancellationToken cancellationToken)
    {
        await _places.WaitAsync(cancellationToken);
        SmtpClient? client = null;
        try
        {
            using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            limit.CancelAfter(options.Timeout);
            client = await TakeAsync(limit.Token);
            await use(client, limit.Token);
        }
        catch (SmtpCommandException)
        {
            // A refusal leaves the connection as good as before.
            throw;
        }
        catch
        {
            client?.Dispose();
            client = null;
            throw;
        }
        finally
        {
            if (client is not null)
            {
                _idle.Add(client);
            }

            _places.Release();
        }
    }

    public void Dispose()
    {
        while (_idle.TryTake(out SmtpClient? client))
        {
            client.Dispose();
        }

        _places.Dispose();
    }

    private async Task<SmtpClient> TakeAsync(CancellationToken cancellationToken)
    {
        while (_idle.TryTake(out SmtpClient? kept))
        {
            if (await LivesAsync(kept, cancellationToken))
            {
                return kept;
            }

            kept.Dispose();
        }

        return await OpenAsync(cancellationToken);
    }

    private static async Task<bool> LivesAsync(SmtpClient client, CancellationToken cancellationToken)
    {
        if (!client.IsConnected)
        {
            return false;
        }

        try
        {
            await client.NoOpAsync(cancellationToken);
            return true;
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    private async Task<SmtpClient> OpenAsync(CancellationToken cancellationToken)
    {
        SmtpClient client = new() { Timeout = (int)options.Timeout.TotalMilliseconds };
        try
        {
            await client.ConnectAsync(options.Host, options.Port, Security, cancellationToken);
            if (options.User is { } user)
            {
                await client.AuthenticateAsync(user, options.Password ?? "", cancellationToken);
            }

            return client;
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }

    private SecureSocketOptions Security => options.Tls switch
    {
        SmtpTls.None => SecureSocketOptions.None,
        SmtpTls.StartTls => SecureSocketOptions.StartTls,
        SmtpTls.Tls => SecureSocketOptions.SslOnConnect,
        _ => options.Port == 465 ? SecureSocketOptions.SslOnConnect : SecureSocketOptions.StartTlsWhenAvailable,
    };
}
