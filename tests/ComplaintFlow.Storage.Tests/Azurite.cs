using System.Diagnostics;
using ComplaintFlow.Functions.Storage;

namespace ComplaintFlow.Storage.Tests;

/// <summary>One Azurite for the run: on free ports, its data in a folder of its own.</summary>
public sealed class Azurite : IAsyncLifetime
{
    // The emulator's account and key, the same for everyone.
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";
    private const string Listening = "successfully listening at ";

    private readonly string _folder = Names.FreshFolder();
    private Process? _process;

    public string ConnectionString { get; private set; } = "";

    public StorageAccount Account => StorageAccount.Of(new StorageChoice.ByConnectionString(ConnectionString));

    public async Task InitializeAsync()
    {
        string program = Find() ?? throw new InvalidOperationException("Azurite is missing: run ./test.sh, which installs Azurite");
        Directory.CreateDirectory(_folder);
        _process = Process.Start(new ProcessStartInfo(program)
        {
            ArgumentList =
            {
                "--silent", "--disableTelemetry", "--location", _folder, "--blobPort", "0", "--queuePort", "0", "--tablePort", "0",
            },
            RedirectStandardOutput = true,
        })!;
        Dictionary<string, string> addresses = [];
        while (addresses.Count < 3)
        {
            string line = await _process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("Azurite did not start.");
            if (line.Contains(Listening, StringComparison.Ordinal))
            {
                addresses[line.Split(' ')[1]] = line.Split(Listening)[1].Trim();
            }
        }

        // Nobody reads on: a full pipe would stop the emulator.
        _ = _process.StandardOutput.ReadToEndAsync();
        ConnectionString = $"AccountName=devstoreaccount1;AccountKey={Key};"
            + $"TableEndpoint={addresses["Table"]}/devstoreaccount1;BlobEndpoint={addresses["Blob"]}/devstoreaccount1";
    }

    public async Task DisposeAsync()
    {
        if (_process is not null)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
            _process.Dispose();
            Directory.Delete(_folder, recursive: true);
        }
    }

    private static string? Find()
    {
        IEnumerable<string> ofRepository = Ancestors(new DirectoryInfo(AppContext.BaseDirectory))
            .Select(folder => Path.Combine(folder.FullName, ".tools", "node_modules", ".bin", "azurite"));
        IEnumerable<string> onPath = (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator).Select(folder => Path.Combine(folder, "azurite"));
        return ofRepository.Concat(onPath).FirstOrDefault(File.Exists);
    }

    private static IEnumerable<DirectoryInfo> Ancestors(DirectoryInfo folder)
    {
        for (DirectoryInfo? one = folder; one is not null; one = one.Parent)
        {
            yield return one;
        }
    }
}
