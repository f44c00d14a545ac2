using ComplaintFlow.Crash.Campaign;
using ComplaintFlow.Crash.Victim;

return await (args switch
{
    [VictimProgram.LoadCommand or VictimProgram.DrainCommand, var directory, var round] => RunVictimAsync(args[0], directory, round),
    _ => CampaignProgram.RunAsync(args),
});

static async Task<int> RunVictimAsync(string command, string directory, string round)
{
    await VictimProgram.RunAsync(command, directory, round);
    return 0;
}
