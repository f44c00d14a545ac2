using ComplaintFlow.Scenarios.App;
using Xunit.Abstractions;

namespace ComplaintFlow.Scenarios.WholeLives;

/// <summary>
/// What a complaint's life costs in storage transactions, which Azure charges one by one: the figures of docs/azure.md. A
/// change that needs more has to say so here.
/// </summary>
public sealed class TransactionsTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Life_FromFormToClosing_StaysWithinItsTransactions()
    {
        TableStorage storage = await TableStorage.NewAsync();
        await using TestApp app = await TestApp.StartAsync("2026-03-02 09:00", storage: storage);
        await app.SettleAsync();
        Print("start", storage.Transactions.Take());

        await app.FillInTheFormAsync(
            ("name", "Jeanne Martin"),
            ("email", Staff.Client),
            ("clientNumber", "C-1001"),
            ("subject", "Sinistre non remboursé"),
            ("description", "Mon dégât des eaux du 3 janvier n’est toujours pas remboursé."));
        Print("form and acknowledgement", storage.Transactions.Take());

        await app.AdvanceToAsync("2026-04-01 12:00");
        Print("a month with one reminder", storage.Transactions.Take());
    }

    private void Print(string what, SortedDictionary<string, int> counts) =>
        output.WriteLine($"{what}: {string.Join(", ", counts.Select(one => $"{one.Value} {one.Key}"))}");
}
