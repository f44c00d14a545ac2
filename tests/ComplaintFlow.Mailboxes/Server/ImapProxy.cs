using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;

namespace ComplaintFlow.Mailboxes.Server;

/// <summary>Stands between the program and the server, hears every command, and can do to the conversation what bad lines and bad servers do.</summary>
public sealed partial class ImapProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly List<string> _commands = [];
    private readonly Task _accepting;
    private readonly int _target;

    public ImapProxy(Dovecot dovecot)
    {
        _target = dovecot.Port;
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _accepting = AcceptAsync();
    }

    public int Port { get; }

    /// <summary>The commands so far, without their tags.</summary>
    public IReadOnlyList<string> Commands
    {
        get
        {
            lock (_commands)
            {
                return [.. _commands];
            }
        }
    }

    /// <summary>Given a command, a completion to give instead of the server's (<c>NO …</c>), empty to cut the line; null lets it through.</summary>
    public Func<string, string?> Instead { get; set; } = _ => null;

    /// <summary>Whether the command is swallowed without a word.</summary>
    public Func<string, bool> IsSilent { get; set; } = _ => false;

    /// <summary>Whether the line is cut once the server has carried out the command, before its answer arrives.</summary>
    public Func<string, bool> CutAfter { get; set; } = _ => false;

    /// <summary>Called when <see cref="CutAfter"/> strikes.</summary>
    public Action OnCut { get; set; } = () => { };

    /// <summary>Bytes from the server in one connection before it breaks.</summary>
    public int BreaksAfter { get; set; } = int.MaxValue;

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Stop();
        await _accepting;
        _listener.Dispose();
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        List<Task> conversations = [];
        try
        {
            while (true)
            {
                conversations.Add(ConverseAsync(await _listener.AcceptTcpClientAsync(_end.Token)));
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(conversations);
        }
    }

    private async Task ConverseAsync(TcpClient client)
    {
        client.LingerState = new LingerOption(true, 0);
        using TcpClient server = new();
        using CancellationTokenSource end = CancellationTokenSource.CreateLinkedTokenSource(_end.Token);
        Conversation conversation = new();
        try
        {
            await server.ConnectAsync(IPAddress.Loopback, _target, end.Token);
            await Task.WhenAny(UpAsync(client, server, conversation, end.Token), DownAsync(client, server, conversation, end.Token));
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or IOException)
        {
            // The line is gone either way.
        }

        await end.CancelAsync();
        client.Close();
    }

    private async Task UpAsync(TcpClient client, TcpClient server, Conversation conversation, CancellationToken cancellationToken)
    {
        using StreamReader lines = new(client.GetStream(), Encoding.Latin1, leaveOpen: true);
        while (await lines.ReadLineAsync(cancellationToken) is { } line)
        {
            Match match = Tagged().Match(line);
            string command = match.Success ? match.Groups["command"].Value : "";
            lock (_commands)
            {
                _commands.Add(command);
            }

            if (IsSilent(command))
            {
                continue;
            }

            if (match.Success && Instead(command) is { } completion)
            {
                if (completion.Length == 0)
                {
                    return;
                }

                await client.GetStream().WriteAsync(Encoding.Latin1.GetBytes($"{match.Groups["tag"].Value} {completion}\r\n"), cancellationToken);
                continue;
            }

            conversation.CutAtTag = match.Success && CutAfter(command) ? match.Groups["tag"].Value : null;
            await server.GetStream().WriteAsync(Encoding.Latin1.GetBytes($"{line}\r\n"), cancellationToken);
        }
    }

    private async Task DownAsync(TcpClient client, TcpClient server, Conversation conversation, CancellationToken cancellationToken)
    {
        byte[] buffer = new byte[64 * 1024];
        int passed = 0;
        while (await server.GetStream().ReadAsync(buffer, cancellationToken) is var read and > 0)
        {
            if (conversation.CutAtTag is { } tag && Encoding.Latin1.GetString(buffer, 0, read).Contains($"{tag} ", StringComparison.Ordinal))
            {
                OnCut();
                return;
            }

            int most = Math.Min(read, BreaksAfter - passed);
            await client.GetStream().WriteAsync(buffer.AsMemory(0, most), cancellationToken);
            passed += most;
            if (passed >= BreaksAfter)
            {
                return;
            }
        }
    }

    private sealed class Conversation
    {
        public volatile string? CutAtTag;
    }

    [GeneratedRegex("^(?<tag>[A-Z][0-9]+) (?<command>.*)$")]
    private static partial Regex Tagged();
}
