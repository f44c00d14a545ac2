using System.Runtime.CompilerServices;
using System.Text.Json;
using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Functions.Complaints;
using ComplaintFlow.Functions.Storage;
using ComplaintFlow.Scenarios.App;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace ComplaintFlow.Scenarios.Durability;

/// <summary>What a process keeps in memory of a complaint is what the store holds, whoever wrote it.</summary>
public sealed class RecentComplaintTests
{
    [Fact]
    public async Task Kept_ThroughALife_IsWhatTheStoreHolds()
    {
        await using TestApp app = await TestApp.StartAsync();
        string reference = await app.ComplainAsync();
        await app.AdvanceToAsync("2026-03-02 09:10");
        await SameAsync(app, reference);
        await app.AdvanceToAsync("2026-04-20 09:00");
        await SameAsync(app, reference);
        await app.AnswerAsync(reference);
        await app.AdvanceToAsync("2026-04-20 09:10");
        await SameAsync(app, reference);
        await app.AdvanceToAsync("2026-08-20 09:00");
        await SameAsync(app, reference);
    }

    [Fact]
    public async Task Find_AfterAnotherProcessWrote_GivesWhatItWrote()
    {
        await using TestApp app = await TestApp.StartAsync();
        Reference reference = await OpenAsync(app);
        ComplaintStore here = app.Services.GetRequiredService<ComplaintStore>();
        int before = (await here.FindAsync(reference, default))!.Complaint.Version;

        await NoteElsewhereAsync(app, reference);

        Assert.Equal(before + 1, (await here.FindAsync(reference, default))!.Complaint.Version);
    }

    [Fact]
    public async Task Save_OnWhatAnotherProcessHasChanged_StoresNothing()
    {
        await using TestApp app = await TestApp.StartAsync();
        Reference reference = await OpenAsync(app);
        ComplaintStore here = app.Services.GetRequiredService<ComplaintStore>();
        StoredComplaint stale = (await here.FindAsync(reference, default))!;
        await NoteElsewhereAsync(app, reference);

        Assert.Null(await here.SaveAsync(await NoteAsync(app, stale), default));
        Assert.Equal(stale.Complaint.Version + 1, (await here.FindAsync(reference, default))!.Complaint.Version);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(6)]
    public async Task Find_WhenAChangeComesBetweenTwoPages_GivesOneMoment(int afterRows)
    {
        await using TestApp app = await TestApp.StartAsync();
        Reference reference = await OpenAsync(app);
        ITableStore store = app.Services.GetRequiredService<ITableStore>();
        TornStore torn = new(store, afterRows, () => NoteElsewhereAsync(app, reference));

        StoredComplaint? found = await StoreOn(app, torn).FindAsync(reference, default);

        Assert.True(torn.IsTorn);
        Assert.Equal(Text(await FreshAsync(app, reference)), Text(found!));
    }

    [Fact]
    public async Task Find_WithALineLost_SaysThatTheRowsDoNotBelongTogether()
    {
        await using TestApp app = await TestApp.StartAsync();
        Reference reference = await OpenAsync(app);
        await app.Services.GetRequiredService<ITableStore>().WriteAsync(reference.Value, [new Delete(ComplaintRows.JournalKey(2))]);

        InvalidDataException fault = await Assert.ThrowsAsync<InvalidDataException>(() => FreshAsync(app, reference));

        Assert.Contains(reference.Value, fault.Message, StringComparison.Ordinal);
    }

    private static async Task SameAsync(TestApp app, string reference) => Assert.Equal(
        Text(await FreshAsync(app, Known(reference))),
        Text((await app.Services.GetRequiredService<ComplaintStore>().FindAsync(Known(reference), default))!));

    /// <summary>A complaint that nothing is going on with.</summary>
    private static async Task<Reference> OpenAsync(TestApp app)
    {
        Reference reference = Known(await app.ComplainAsync());
        await app.AdvanceToAsync("2026-03-02 09:10");
        return reference;
    }

    private static Reference Known(string reference) => Reference.TryParse(reference, out Reference known) ? known : throw new ArgumentException(reference);

    private static async Task<StoredComplaint> FreshAsync(TestApp app, Reference reference) => (await Elsewhere(app).FindAsync(reference, default))!;

    /// <summary>The store as another process has it.</summary>
    private static ComplaintStore Elsewhere(TestApp app) => StoreOn(app, app.Services.GetRequiredService<ITableStore>());

    private static ComplaintStore StoreOn(TestApp app, ITableStore store) =>
        ActivatorUtilities.CreateInstance<ComplaintStore>(app.Services, store);

    private static async Task NoteElsewhereAsync(TestApp app, Reference reference)
    {
        ComplaintStore elsewhere = Elsewhere(app);
        Assert.NotNull(await elsewhere.SaveAsync(await NoteAsync(app, (await elsewhere.FindAsync(reference, default))!), default));
    }

    private static async Task<ComplaintChange> NoteAsync(TestApp app, StoredComplaint stored)
    {
        FirmRules firm = app.Services.GetRequiredService<FirmRules>();
        ComplaintChange change = new(stored.Reference, stored, await firm.ContextAsync(stored.Journal, default), firm.Now);
        change.TryAppend(new Note(Actor.System, firm.Now, "Écrit ailleurs."));
        return change;
    }

    private static string Text(StoredComplaint stored) => string.Join(
        '\n',
        [
            $"{stored.Reference} {stored.HeadETag} {stored.LastHash} {stored.StoredWakeUp:O} {JsonSerializer.Serialize(stored.Complaint)}",
            .. stored.Journal.Select(line => $"{line.Number} {line.At:O} {line.Actor} {JournalJson.Write(line.Fact)} {(line.Private is { } part ? JournalJson.Write(part) : "")}"),
            .. stored.Effects.Select(effect => effect.ToString()),
        ]);

    /// <summary>Something is written after the first rows of the first reading.</summary>
    private sealed class TornStore(ITableStore inner, int afterRows, Func<Task> write) : ITableStore
    {
        public bool IsTorn { get; private set; }

        public ValueTask<TableRow?> FindAsync(string partition, string row, CancellationToken cancellationToken = default) =>
            inner.FindAsync(partition, row, cancellationToken);

        public async IAsyncEnumerable<TableRow> ReadAsync(
            string partition, string? from = null, string? until = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            string after = "";
            int rows = 0;
            await foreach (TableRow row in inner.ReadAsync(partition, from, until, cancellationToken))
            {
                yield return row;
                after = row.Row + "!";
                if (++rows == afterRows && !IsTorn)
                {
                    break;
                }
            }

            if (!IsTorn)
            {
                IsTorn = true;
                await write();
                await foreach (TableRow row in inner.ReadAsync(partition, after, until, cancellationToken))
                {
                    yield return row;
                }
            }
        }

        public ValueTask<WriteOutcome> WriteAsync(string partition, IReadOnlyList<TableOperation> operations, CancellationToken cancellationToken = default) =>
            inner.WriteAsync(partition, operations, cancellationToken);

        public ValueTask OpenAsync(CancellationToken cancellationToken = default) => inner.OpenAsync(cancellationToken);

        public ValueTask CheckAsync(CancellationToken cancellationToken = default) => inner.CheckAsync(cancellationToken);
    }
}
