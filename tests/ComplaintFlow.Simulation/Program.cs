using ComplaintFlow.Simulation;

return Campaign.Run(args);
