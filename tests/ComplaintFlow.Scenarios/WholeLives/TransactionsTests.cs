using ComplaintFlow.Scenarios.App;
using Xunit.Abstractions;

namespace ComplaintFlow.Scenarios.WholeLives;

/// <summary>
/// What a complaint's life costs in storage transactions, which Azure charges one by one: the figures of docs/azure.md. A
/// change that needs more has to say so here and there.
/// </summary>
public sealed class TransactionsTests(ITestOutputHelper output)
{
    private readonly SortedDictionary<string, int> _life = new(StringComparer.Ordinal);
    private TableStorage _storage = null!;

    [Fact]
    public async Task Life_FromFormToClosing_StaysWithinItsTransactions()
    {
        _storage = await TableStorage.NewAsync();
        await using TestApp app = await TestApp.StartAsync("2026-03-02 09:00", storage: _storage);
        await app.SettleAsync();
        _storage.Transactions.Take();

        await app.FillInTheFormAsync(
            ("name", "Jeanne Martin"),
            ("email", Staff.Client),
            ("clientNumber", "C-1001"),
            ("subject", "Sinistre non remboursé"),
            ("description", "Mon dégât des eaux du 3 janvier n’est toujours pas remboursé."));
        Spent("form, acknowledgement, assignment", batches: 17, pointReads: 26, queries: 1);

        await app.AdvanceToAsync("2026-04-20 09:00");
        Spent("seven weeks, three reminders", batches: 21, pointReads: 36, queries: 24);

        string handler = app.Mailbox.Of("response-reminder")[0].StaffLink;
        await app.FillInAsync(handler, "draft", ("text", "Nous vous remboursons."), ("channel", "email"));
        Spent("draft", batches: 4, pointReads: 17, queries: 0);

        await app.FillInAsync(handler, "submit");
        Spent("submission and its mail", batches: 13, pointReads: 25, queries: 0);

        await app.FillInAsync(app.Mailbox.Only("approval-request", Staff.Manager).StaffLink, "approve");
        app.Mailbox.Only("answer", Staff.Client);
        Spent("approval and the answer", batches: 13, pointReads: 25, queries: 0);

        await app.AdvanceToAsync("2026-06-30 09:00");
        app.Mailbox.Only("closed", Staff.Client);
        Spent("sixty days, closing and its mail", batches: 10, pointReads: 24, queries: 25);

        output.WriteLine($"together: {Text(_life)}");
    }

    /// <summary>
    /// Prints what was asked of the storage since the last time, which must be no more than said: the usual figure and a little,
    /// for two activities that meet.
    /// </summary>
    private void Spent(string on, int batches, int pointReads, int queries)
    {
        SortedDictionary<string, int> counts = _storage.Transactions.Take();
        output.WriteLine($"{on}: {Text(counts)}");
        foreach ((string kind, int count) in counts)
        {
            _life[kind] = _life.GetValueOrDefault(kind) + count;
            int most = kind switch
            {
                "table batch" => batches,
                "table point read" => pointReads,
                "table query" => queries,
                _ => 0,
            };
            Assert.True(count <= most, $"{on}: {count} {kind}, more than {most}");
        }
    }

    private static string Text(SortedDictionary<string, int> counts) =>
        string.Join(", ", counts.Select(one => $"{one.Value} {one.Key}"));
}
