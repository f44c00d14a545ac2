namespace ComplaintFlow.Simulation.Checks;

/// <summary>The status that a journal leads to, by the table of DOMAIN.md and not by the program's fold.</summary>
internal static class StatusModel
{
    public static string Of(IEnumerable<StoredLine> lines)
    {
        (string status, string before, int level, bool acknowledged, string? channel) = ("", "", 1, false, null);
        foreach (StoredLine line in lines)
        {
            string waiting = level > 1 || acknowledged ? "acknowledged" : "received";
            switch (line.Type)
            {
                case "received":
                    status = "received";
                    break;
                case "acknowledged":
                    acknowledged = true;
                    status = status == "received" ? "acknowledged" : status;
                    break;
                case "drafted":
                    channel = line.Text("channel");
                    break;
                case "submitted":
                    status = "awaiting-approval";
                    break;
                case "returned":
                    status = waiting;
                    break;
                case "approved":
                    status = channel == "phone" ? waiting : "awaiting-approval";
                    break;
                case "call-recorded":
                    channel = line.Text("confirmationChannel") ?? channel;
                    break;
                case "answered":
                    status = "answered";
                    break;
                case "escalated":
                    (status, level) = ("acknowledged", 2);
                    break;
                case "referred":
                    (status, level) = ("in-mediation", 3);
                    break;
                case "closed" or "mediator-outcome":
                    (before, status) = (status, "closed");
                    break;
                case "reopened":
                    status = before == "received" ? waiting : before;
                    break;
            }
        }

        return status;
    }
}
