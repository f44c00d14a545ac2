using ComplaintFlow.Functions.Moving;

namespace ComplaintFlow.Functions.Commands;

/// <summary><c>import &lt;folder&gt;</c>: an export into an empty store of either kind (docs/moving.md).</summary>
internal sealed class ImportCommand : IProgramCommand
{
    public string Name => "import";

    public string Verb => "importer / cannot import";

    public async Task RunAsync(string[] arguments)
    {
        (string source, string[] settings) = FolderArgument.Split(Name, arguments);
        StoreSettings known = StoreSettings.Read(settings);
        (ExportManifest manifest, string? doneBefore) =
            await new ImportRun(known.Storage, known.DataDirectory, TimeProvider.System).RunAsync(source, CancellationToken.None);
        Console.WriteLine(doneBefore is null
            ? "Import fait, relu et trouvé égal / import done, read back and found equal"
            : $"Import déjà fait le {doneBefore} : rien n'a été écrit / import done before: nothing was written");
        Console.WriteLine(MovingWords.Counts(manifest));
        Console.WriteLine(MovingWords.Next);
        Console.WriteLine(MovingWords.TakeAlong);
    }
}
