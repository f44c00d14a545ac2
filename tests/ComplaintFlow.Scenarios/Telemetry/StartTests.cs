using ComplaintFlow.Scenarios.App;

namespace ComplaintFlow.Scenarios.Telemetry;

/// <summary>Telemetry costs a start nothing while nobody wants it.</summary>
public sealed class StartTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Packages_AreLoadedOnlyForAnExporter(bool isWanted)
    {
        string directory = Directory.CreateTempSubdirectory("complaintflow-").FullName;
        string[] settings = isWanted ? [$"ComplaintFlow__Telemetry__Otlp=http://127.0.0.1:{ChildProgram.FreePort()}"] : [];
        using ChildProgram program = ChildProgram.Start(directory, ChildProgram.FreePort(), settings);
        await program.WaitUntilReadyAsync();

        Assert.Equal(isWanted, program.Loaded.Any(file => file.StartsWith("OpenTelemetry", StringComparison.Ordinal)));
        Assert.DoesNotContain(program.Loaded, file => file.StartsWith("Azure.Monitor", StringComparison.Ordinal));
        program.Kill();
        Directory.Delete(directory, recursive: true);
    }

    [Fact]
    public async Task Setting_ThatIsWrong_StopsTheStart()
    {
        string directory = Directory.CreateTempSubdirectory("complaintflow-").FullName;
        using ChildProgram program = ChildProgram.Start(directory, ChildProgram.FreePort(), "ComplaintFlow__Telemetry__Otlp=127.0.0.1:4318");

        Assert.Equal(2, await program.WaitForExitAsync(TimeSpan.FromMinutes(1)));
        Assert.Contains("ComplaintFlow__Telemetry__Otlp", program.Errors, StringComparison.Ordinal);
        Directory.Delete(directory, recursive: true);
    }
}
