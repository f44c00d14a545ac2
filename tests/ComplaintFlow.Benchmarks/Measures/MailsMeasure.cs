using System.Diagnostics;
using System.Net.Http.Headers;
using ComplaintFlow.Benchmarks.Reporting;

namespace ComplaintFlow.Benchmarks.Measures;

/// <summary>
/// Raw mails of 20 KB brought to <c>POST /api/intake/email</c> of the real program, each answered when it is filed on disk;
/// then a few of the largest size. The mails that follow are sent meanwhile, to the mailbox folder; whoever brings the mails
/// is in the same process.
/// </summary>
internal static class MailsMeasure
{
    private const int Connections = 16;
    private const int Count = 1500;
    private const int LargeTogether = 16;
    private const double Megabyte = 1024 * 1024;

    public static async Task<IReadOnlyList<Figure>> RunAsync(BenchmarkArguments arguments)
    {
        string directory = Path.Combine(arguments.Directory, "mails");
        int count = arguments.Sized(Count);
        await using AppHost app = await AppHost.StartAsync(directory, $"--ComplaintFlow__Keys__bench={AppHost.Key}", "--ComplaintFlow__KeyScopes__bench=intake");
        await BringAsync(app, count, []);
        await app.SettleAsync();
        List<(Cost Answers, Cost All, List<double> Milliseconds, TimeSpan UntilLastMail, double Peak)> runs = [];
        List<double> flushes = [];
        for (int run = 0; run < arguments.Runs; run++)
        {
            flushes.Add(Disk.FlushesPerSecond(directory));
            List<double> milliseconds = [];
            Cost? answers = null;
            using MemoryWatch memory = MemoryWatch.Start();
            long start = Stopwatch.GetTimestamp();
            Cost all = await Cost.OfAsync(async () =>
            {
                answers = await Cost.OfAsync(() => BringAsync(app, count, milliseconds));
                await app.SettleAsync();
            });
            runs.Add((answers!, all, milliseconds, Stopwatch.GetElapsedTime(start, app.Transport.LastAt), memory.Peak / Megabyte));
        }

        double each = Figure.Median(runs.Select(run => run.All.ProcessorMicroseconds(count)));
        byte[] large = LetterBox.Large(arguments.Sized(LetterBox.Largest));
        double size = large.Length / Megabyte;
        List<double> one = [];
        List<double> several = [];
        for (int run = 0; run < arguments.Runs; run++)
        {
            one.Add(await GrowthAsync(app, large, 1));
            several.Add(await GrowthAsync(app, large, LargeTogether));
        }

        return
        [
            new Figure($"mails of 20 KB, {Connections} connections", "/s", [.. runs.Select(run => count / run.Answers.Elapsed.TotalSeconds)], Target.AtLeast(100))
            {
                Bound = $"{Figure.Median(runs.Select(run => run.Answers.Cores)):0.00} of {Environment.ProcessorCount} processors busy; {Figure.Median(runs.Select(run => run.Answers.ProcessorMicroseconds(count))):0} µs of processor until the answer; {Figure.Median(flushes):0} flushes/s on this disk",
            },
            new Figure("mails of 20 KB, 99 %", "ms", [.. runs.Select(run => Figure.Percentile(run.Milliseconds, 0.99))]),
            new Figure("mails until their answers are out", "/s", [.. runs.Select(run => count / run.UntilLastMail.TotalSeconds)], Target.AtLeast(100))
            {
                Bound = $"{each:0} µs of processor each; {Environment.ProcessorCount} processors give {Environment.ProcessorCount * 1e6 / each:0}/s at most",
            },
            new Figure("memory of the process while they come", "MB", [.. runs.Select(run => run.Peak)])
            {
                Bound = $"resident at the most; {Figure.Median(runs.Select(run => run.All.Allocated / 1024.0 / count)):0} KB allocated for each, to the end of its mails",
            },
            new Figure($"memory for a mail of {size:0} MB", "MB", [.. one], Target.AtMost(size * 2.5))
            {
                Bound = $"resident above what the process had before; {Figure.Median(one) / size:0.0} times the mail",
            },
            new Figure($"memory for {LargeTogether} such mails at once", "MB", [.. several], Target.AtMost(size * 5))
            {
                Bound = $"one of them is taken at a time, with what the collector has not yet taken; {Figure.Median(several) / size:0.0} times one mail",
            },
        ];
    }

    /// <summary>By how many megabytes the process grows while so many large mails are taken at once.</summary>
    private static async Task<double> GrowthAsync(AppHost app, byte[] large, int together)
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        using MemoryWatch memory = MemoryWatch.Start();
        await Crowd.RunAsync(together, together, number => BringAsync(app, LetterBox.Stamped(large)));
        double peak = memory.Growth / Megabyte;
        await app.SettleAsync();
        return peak;
    }

    private static Task BringAsync(AppHost app, int count, List<double> milliseconds) => Crowd.RunAsync(count, Connections, async _ =>
    {
        byte[] mail = LetterBox.Usual();
        long start = Stopwatch.GetTimestamp();
        await BringAsync(app, new ByteArrayContent(mail));
        double elapsed = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        lock (milliseconds)
        {
            milliseconds.Add(elapsed);
        }
    });

    private static async Task BringAsync(AppHost app, HttpContent mail)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, "/api/intake/email") { Content = mail };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("message/rfc822");
        request.Headers.Add("x-functions-key", AppHost.Key);
        using HttpResponseMessage answer = await app.Http.SendAsync(request);
        answer.EnsureSuccessStatusCode();
    }
}
