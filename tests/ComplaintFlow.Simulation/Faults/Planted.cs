using ComplaintFlow.Functions.Mail;
using ComplaintFlow.Functions.Orchestration;
using ComplaintFlow.Functions.Storage;
using ComplaintFlow.Simulation.World;

namespace ComplaintFlow.Simulation.Faults;

/// <summary>
/// Defects that a program like this one could have. The simulation finds each of them within two seeds, save for
/// <c>list-row-after-the-head</c>: that takes a crash between two writes, whose sender never asks again.
/// </summary>
internal static class Planted
{
    public static IReadOnlyDictionary<string, Bugs> All { get; } = new Dictionary<string, Bugs>
    {
        ["sent-before-it-is-sent"] = new() { Transport = transport => new EarlySent(transport) },
        ["new-message-id-on-retry"] = new() { Transport = transport => new FreshIds(transport) },
        ["no-sweep"] = new() { Functions = next => context => context.FunctionDefinition.Name == nameof(Sweep) ? Task.CompletedTask : next(context) },
        ["last-writer-wins"] = new() { Store = store => new WrappedStore(store) { Change = Unconditional } },
        ["due-mark-forgotten"] = new() { Store = store => new WrappedStore(store) { Skips = partition => partition is "due" or "pending" } },
        ["list-row-after-the-head"] = new() { Store = store => new LateIndex(store) },
        ["claim-forgotten"] = new() { Store = store => new WrappedStore(store) { Skips = partition => partition.StartsWith("idem-", StringComparison.Ordinal) } },
        ["mail-row-not-stored"] = new() { Store = store => new WrappedStore(store) { Change = WithoutSecondMail } },
    };

    /// <summary>The last writer wins, whatever the other has written.</summary>
    private static IReadOnlyList<TableOperation> Unconditional(IReadOnlyList<TableOperation> operations) =>
        [.. operations.Select(operation => operation switch
        {
            Replace { Row: "head" } head => new Put(head.Row, head.Properties),
            Insert insert when insert.Row is not "head" => new Put(insert.Row, insert.Properties),
            _ => operation,
        })];

    private static IReadOnlyList<TableOperation> WithoutSecondMail(IReadOnlyList<TableOperation> operations)
    {
        TableOperation[] mails = [.. operations.Where(operation => operation.Row.StartsWith("e-", StringComparison.Ordinal))];
        return mails.Length < 3 ? operations : [.. operations.Except([mails[^1]])];
    }

    /// <summary>Says that the mail has left, and lets it leave a little later.</summary>
    private sealed class EarlySent(IMailTransport inner) : IMailTransport
    {
        public Task<SendOutcome> SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
        {
            _ = inner.SendAsync(mail, cancellationToken);
            return Task.FromResult<SendOutcome>(new SendOutcome.Sent());
        }

        public Task CheckAsync(CancellationToken cancellationToken) => inner.CheckAsync(cancellationToken);
    }

    /// <summary>Gives each attempt an id of its own.</summary>
    private sealed class FreshIds(IMailTransport inner) : IMailTransport
    {
        private readonly Dictionary<Guid, int> _attempts = [];

        public Task<SendOutcome> SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
        {
            int attempt = _attempts[mail.Id] = _attempts.GetValueOrDefault(mail.Id) + 1;
            byte[] bytes = mail.Id.ToByteArray();
            bytes[15] ^= (byte)(attempt - 1);
            return inner.SendAsync(mail with { Id = new Guid(bytes) }, cancellationToken);
        }

        public Task CheckAsync(CancellationToken cancellationToken) => inner.CheckAsync(cancellationToken);
    }

    private class WrappedStore(ITableStore inner) : ITableStore
    {
        public Func<string, bool> Skips { get; init; } = _ => false;

        public Func<IReadOnlyList<TableOperation>, IReadOnlyList<TableOperation>> Change { get; init; } = operations => operations;

        public ValueTask<TableRow?> FindAsync(string partition, string row, CancellationToken cancellationToken = default) =>
            inner.FindAsync(partition, row, cancellationToken);

        public IAsyncEnumerable<TableRow> ReadAsync(
            string partition, string? from = null, string? until = null, CancellationToken cancellationToken = default) =>
            inner.ReadAsync(partition, from, until, cancellationToken);

        public virtual async ValueTask<WriteOutcome> WriteAsync(
            string partition, IReadOnlyList<TableOperation> operations, CancellationToken cancellationToken = default) =>
            Skips(partition) ? new WriteOutcome(true, null, [.. operations.Select(_ => "m0")]) : await inner.WriteAsync(partition, Change(operations), cancellationToken);

        public ValueTask OpenAsync(CancellationToken cancellationToken = default) => inner.OpenAsync(cancellationToken);

        public ValueTask CheckAsync(CancellationToken cancellationToken = default) => inner.CheckAsync(cancellationToken);
    }

    /// <summary>Writes the index rows of a complaint after the complaint itself: a crash in between leaves it without.</summary>
    private sealed class LateIndex(ITableStore inner) : WrappedStore(inner)
    {
        private readonly List<(string Partition, IReadOnlyList<TableOperation> Operations)> _late = [];

        public override async ValueTask<WriteOutcome> WriteAsync(
            string partition, IReadOnlyList<TableOperation> operations, CancellationToken cancellationToken = default)
        {
            bool isIndex = partition is "due" or "pending" || partition.StartsWith("list-", StringComparison.Ordinal);
            if (isIndex && operations.All(operation => operation is not Delete))
            {
                _late.Add((partition, operations));
                return new WriteOutcome(true, null, [.. operations.Select(_ => "m0")]);
            }

            WriteOutcome outcome = await base.WriteAsync(partition, operations, cancellationToken);
            (string Partition, IReadOnlyList<TableOperation> Operations)[] late = [.. _late];
            _late.Clear();
            foreach ((string index, IReadOnlyList<TableOperation> rows) in late)
            {
                await base.WriteAsync(index, rows, cancellationToken);
            }

            return outcome;
        }
    }
}
