using ComplaintFlow.Benchmarks;

return await BenchmarkRun.RunAsync(args);
