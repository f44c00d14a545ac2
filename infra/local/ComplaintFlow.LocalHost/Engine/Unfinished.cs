namespace ComplaintFlow.LocalHost.Engine;

/// <summary>
/// What the file says is to be done at a start. Each query reads what is unfinished and nothing of what sleeps: a start
/// takes as long with a million instances as with one.
/// </summary>
internal static class Unfinished
{
    public const string Told = "SELECT id FROM instances WHERE number IN (SELECT instance FROM messages)";

    // Named, since SQLite would rather read all ids in order where it can merge.
    public const string Ready = "SELECT id FROM instances INDEXED BY instances_ready WHERE ready = 1";

    public const string Called = """
        SELECT activities.instance, instances.id, activities.execution, activities.task, activities.name, activities.input
        FROM activities CROSS JOIN instances ON instances.number = activities.instance ORDER BY activities.instance, activities.task
        """;

    public static (Consequences Consequences, long? FirstDue) Read(SqliteSession session)
    {
        Consequences consequences = new() { TimersChanged = true };
        consequences.Ready.UnionWith(session.Rows(Told, row => row.GetString(0)));
        consequences.Ready.UnionWith(session.Rows(Ready, row => row.GetString(0)));
        consequences.Activities.AddRange(session.Rows(
            Called,
            row => new ActivityCall(row.GetInt64(0), row.GetString(1), row.GetInt64(2), row.GetInt32(3), row.GetString(4), row.Text(5))));
        return (consequences, DueTimers.First(session));
    }
}
