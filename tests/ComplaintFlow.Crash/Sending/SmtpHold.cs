using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ComplaintFlow.Crash.Sending;

/// <summary>
/// Stands between the program and the mail server and passes everything on, until a mail has come to a step: there it strikes,
/// and nothing more passes.
/// </summary>
internal sealed class SmtpHold : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly List<TcpClient> _open = [];
    private readonly int _server;
    private (SmtpStep Step, Action Strike)? _armed;

    /// <param name="server">The port of the real server.</param>
    public SmtpHold(int server)
    {
        _server = server;
        _listener.Start();
        _ = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Strikes at the next mail that comes to the step, once. Connections that were kept are cut, so that it begins with a new one.</summary>
    public void Arm(SmtpStep step, Action strike)
    {
        lock (_open)
        {
            _open.ForEach(connection => connection.Dispose());
            _open.Clear();
            _armed = (step, strike);
        }
    }

    public void Dispose() => _listener.Dispose();

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                TcpClient program = await _listener.AcceptTcpClientAsync();
                TcpClient server = new();
                lock (_open)
                {
                    _open.AddRange([program, server]);
                }

                _ = PassAsync(program, server);
            }
        }
        catch (Exception end) when (end is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task PassAsync(TcpClient program, TcpClient server)
    {
        try
        {
            StrikeAt(SmtpStep.Connected);
            await server.ConnectAsync(IPAddress.Loopback, _server);
            Dialogue dialogue = new();
            await await Task.WhenAny(UpAsync(program.GetStream(), server.GetStream(), dialogue), DownAsync(server.GetStream(), program.GetStream(), dialogue));
        }
        catch (Exception end) when (end is IOException or SocketException or ObjectDisposedException)
        {
            // One side has hung up, or the blow has fallen.
        }
        finally
        {
            program.Dispose();
            server.Dispose();
        }
    }

    /// <summary>What the program says, a line at a time, the mail in two halves.</summary>
    private async Task UpAsync(NetworkStream program, NetworkStream server, Dialogue dialogue)
    {
        byte[] buffer = new byte[64 * 1024];
        while (await program.ReadAsync(buffer) is var read and > 0)
        {
            for (int start = 0; start < read;)
            {
                int length = dialogue.IsMail ? read - start : Math.Max(1, buffer.AsSpan(start, read - start).IndexOf((byte)'\n') + 1);
                ReadOnlyMemory<byte> words = buffer.AsMemory(start, length);
                start += length;
                if (dialogue.IsMail)
                {
                    await server.WriteAsync(words[..(length / 2)]);
                    StrikeAt(SmtpStep.HalfAMail);
                    dialogue.IsAwaited = words.Span.EndsWith("\r\n.\r\n"u8);
                    dialogue.IsMail = !dialogue.IsAwaited;
                    await server.WriteAsync(words[(length / 2)..]);
                }
                else
                {
                    string line = Encoding.ASCII.GetString(words.Span);
                    await server.WriteAsync(words);
                    dialogue.IsMail = line.StartsWith("DATA", StringComparison.OrdinalIgnoreCase);
                    StrikeAfter(line);
                }
            }
        }
    }

    private async Task DownAsync(NetworkStream server, NetworkStream program, Dialogue dialogue)
    {
        byte[] buffer = new byte[64 * 1024];
        while (await server.ReadAsync(buffer) is var read and > 0)
        {
            bool isTheAnswer = dialogue.IsAwaited && buffer.AsSpan(0, read).StartsWith("250"u8);
            dialogue.IsAwaited &= !isTheAnswer;
            if (isTheAnswer)
            {
                StrikeAt(SmtpStep.Accepted);
            }

            await program.WriteAsync(buffer.AsMemory(0, read));
            if (isTheAnswer)
            {
                StrikeAt(SmtpStep.Answered);
            }
        }
    }

    private void StrikeAfter(string line)
    {
        if (line.StartsWith("MAIL FROM", StringComparison.OrdinalIgnoreCase))
        {
            StrikeAt(SmtpStep.Sender);
        }
        else if (line.StartsWith("RCPT TO", StringComparison.OrdinalIgnoreCase))
        {
            StrikeAt(SmtpStep.Recipient);
        }
        else if (line.StartsWith("DATA", StringComparison.OrdinalIgnoreCase))
        {
            StrikeAt(SmtpStep.Data);
        }
    }

    private void StrikeAt(SmtpStep step)
    {
        Action? strike = null;
        lock (_open)
        {
            if (_armed is { } armed && armed.Step == step)
            {
                (strike, _armed) = (armed.Strike, null);
            }
        }

        if (strike is not null)
        {
            strike();
            throw new IOException("The blow has fallen.");
        }
    }

    /// <summary>What both directions know of one connection.</summary>
    private sealed class Dialogue
    {
        /// <summary>Whether the program is saying the mail itself.</summary>
        public volatile bool IsMail;

        /// <summary>Whether the mail is over and the server's word on it is awaited.</summary>
        public volatile bool IsAwaited;
    }
}
