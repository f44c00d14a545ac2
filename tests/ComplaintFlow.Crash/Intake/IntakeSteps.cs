using System.Security.Cryptography;
using System.Text;
using ComplaintFlow.Functions.Storage.Sqlite;

namespace ComplaintFlow.Crash.Intake;

/// <summary>Reads the step from the files of a program that is not running.</summary>
internal static class IntakeSteps
{
    public static async Task<IReadOnlyDictionary<Letter, IntakeStep>> ReadAsync(string dataDirectory, IEnumerable<Letter> letters)
    {
        await using SqliteTableStore store = new(dataDirectory);
        await store.OpenAsync();
        Dictionary<Letter, IntakeStep> steps = [];
        foreach (Letter letter in letters)
        {
            steps[letter] = await ReadAsync(store, Path.Combine(dataDirectory, "attachments"), letter);
        }

        return steps;
    }

    private static async Task<IntakeStep> ReadAsync(SqliteTableStore store, string files, Letter letter)
    {
        bool hasRow = await store.FindAsync("incoming-mail", letter.Hash) is not null;
        if (await store.FindAsync($"idem-{Key("mail")}", Key(letter.MessageId)) is not { } claim)
        {
            return hasRow ? IntakeStep.Kept : File.Exists(Path.Combine(files, "incoming-mail", letter.Hash)) ? IntakeStep.FileKept : IntakeStep.Untouched;
        }

        string reference = claim.Text("reference");
        if (await store.FindAsync("mail-outcomes", reference) is not null)
        {
            return hasRow ? IntakeStep.Noted : IntakeStep.Released;
        }

        string documents = Path.Combine(files, reference);
        return await store.FindAsync(reference, "head") is not null || await store.FindAsync("set-aside", reference) is not null ? IntakeStep.Filed
            : Directory.Exists(documents) && Directory.EnumerateFiles(documents).Any(file => !file.EndsWith(".new", StringComparison.Ordinal)) ? IntakeStep.DocumentsKept
            : IntakeStep.Claimed;
    }

    private static string Key(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..40];
}
