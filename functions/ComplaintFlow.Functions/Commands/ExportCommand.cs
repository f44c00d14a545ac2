using ComplaintFlow.Functions.Moving;

namespace ComplaintFlow.Functions.Commands;

/// <summary><c>export &lt;folder&gt;</c>: everything of a store as files that <c>import</c> reads (docs/moving.md).</summary>
internal sealed class ExportCommand : IProgramCommand
{
    public string Name => "export";

    public string Verb => "exporter / cannot export";

    public async Task RunAsync(string[] arguments)
    {
        (string target, string[] settings) = FolderArgument.Split(Name, arguments);
        StoreSettings known = StoreSettings.Read(settings);
        ExportManifest manifest = await new ExportRun(known.Storage, known.DataDirectory, TimeProvider.System, ExportLimits.Usual)
            .RunAsync(target, CancellationToken.None);
        Console.WriteLine($"Export fait / export done: {Path.GetFullPath(target)}");
        Console.WriteLine(MovingWords.Counts(manifest));
        Console.WriteLine(MovingWords.MomentOf(manifest));
        Console.WriteLine(MovingWords.TakeAlong);
    }
}
