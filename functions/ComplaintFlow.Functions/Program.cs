using ComplaintFlow.Functions;

return await StartUp.RunAsync(args);
