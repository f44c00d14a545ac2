using System.Diagnostics;
using System.Net.Http.Json;
using ComplaintFlow.Benchmarks.Reporting;

namespace ComplaintFlow.Benchmarks.Measures;

/// <summary>
/// Complaints posted to the real program over HTTP, 64 connections at a time, each answered when complaint and start are
/// on disk. The mails that follow are sent meanwhile, to the mailbox folder; the client is in the same process.
/// </summary>
internal static class PostsMeasure
{
    private const int Connections = 64;
    private const int Count = 3000;

    public static async Task<IReadOnlyList<Figure>> RunAsync(BenchmarkArguments arguments)
    {
        string directory = Path.Combine(arguments.Directory, "posts");
        int count = arguments.Sized(Count);
        await using AppHost app = await AppHost.StartAsync(directory);
        await PostAsync(app, count, []);
        await app.SettleAsync();
        List<(Cost Answers, Cost All, List<double> Milliseconds, int Mails, TimeSpan UntilLastMail)> runs = [];
        List<double> flushes = [];
        for (int run = 0; run < arguments.Runs; run++)
        {
            flushes.Add(Disk.FlushesPerSecond(directory));
            List<double> milliseconds = [];
            Cost? answers = null;
            int before = app.Transport.Count;
            long start = Stopwatch.GetTimestamp();
            Cost all = await Cost.OfAsync(async () =>
            {
                answers = await Cost.OfAsync(() => PostAsync(app, count, milliseconds));
                await app.SettleAsync();
            });
            runs.Add((answers!, all, milliseconds, app.Transport.Count - before, Stopwatch.GetElapsedTime(start, app.Transport.LastAt)));
        }

        Cost client = await Cost.OfAsync(() => Crowd.RunAsync(count, Connections, _ => app.AskForNothingAsync()));
        double toAnswer = Figure.Median(runs.Select(run => run.Answers.ProcessorMicroseconds(count)));
        double each = Figure.Median(runs.Select(run => run.All.ProcessorMicroseconds(count)));
        double posts = Figure.Median(runs.Select(run => count / run.Answers.Elapsed.TotalSeconds));
        double tail = Figure.Median(runs.Select(run => Figure.Percentile(run.Milliseconds, 0.99)));
        double done = Figure.Median(runs.Select(run => count / run.UntilLastMail.TotalSeconds));
        return
        [
            new Figure("POST /api/complaints, 64 connections", "/s", [.. runs.Select(run => count / run.Answers.Elapsed.TotalSeconds)], Target.AtLeast(1000))
            {
                Bound = $"{Bounds.OfProcessors(toAnswer, posts)}, mails sent meanwhile included; client and server take {client.ProcessorMicroseconds(count):0} µs of it for an empty answer; {Figure.Median(flushes):0} flushes/s on this disk",
            },
            new Figure("POST, 99 %", "ms", [.. runs.Select(run => Figure.Percentile(run.Milliseconds, 0.99))], Target.AtMost(100))
            {
                Bound = $"{Connections} at a time at {posts:0}/s wait {Connections * 1000 / posts:0} ms on average; {tail * posts / (Connections * 1000):0.0} times that",
            },
            new Figure("POST, median", "ms", [.. runs.Select(run => Figure.Median(run.Milliseconds))]),
            new Figure("complaints until their mails are out", "/s", [.. runs.Select(run => count / run.UntilLastMail.TotalSeconds)])
            {
                Bound = $"{Bounds.OfProcessors(each, done)}; {Figure.Median(runs.Select(run => run.Mails / (double)count)):0.0} mails each",
            },
        ];
    }

    private static Task PostAsync(AppHost app, int count, List<double> milliseconds) => Crowd.RunAsync(count, Connections, async number =>
    {
        long start = Stopwatch.GetTimestamp();
        using HttpResponseMessage answer = await app.Http.PostAsJsonAsync("/api/complaints", new
        {
            complainant = new { name = $"Camille Durand {number}", email = $"camille.{number}@example.fr", clientNumber = "C-1001" },
            subject = "Remboursement refusé",
            description = "Le remboursement de ma franchise a été refusé sans explication, malgré deux relances par téléphone.",
            contract = "AUTO-123456",
        });
        answer.EnsureSuccessStatusCode();
        double elapsed = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        lock (milliseconds)
        {
            milliseconds.Add(elapsed);
        }
    });
}
