using ComplaintFlow.Mailboxes.Victim;

return await VictimProgram.RunAsync(args);
