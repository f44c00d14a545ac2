using Azure;
using Azure.Data.Tables;

namespace ComplaintFlow.Functions.Storage.Azure;

/// <summary>An operation as an action of an entity group transaction.</summary>
internal static class EntityAction
{
    public static TableTransactionAction Of(string partition, TableOperation operation) => operation switch
    {
        Insert insert => new(TableTransactionActionType.Add, EntityRow.Entity(partition, insert.Row, insert.Properties)),
        Put put => new(TableTransactionActionType.UpsertReplace, EntityRow.Entity(partition, put.Row, put.Properties)),
        Replace replace => new(
            TableTransactionActionType.UpdateReplace,
            EntityRow.Entity(partition, replace.Row, replace.Properties),
            new ETag(replace.ETag)),
        Delete delete => new(
            TableTransactionActionType.Delete,
            new TableEntity(partition, delete.Row),
            delete.ETag is null ? ETag.All : new ETag(delete.ETag)),
        _ => throw new InvalidOperationException($"'{operation.GetType().Name}' passed the rules."),
    };

    /// <summary>True when the operation's version is not of the form that Table Storage gives.</summary>
    public static bool HasForeignETag(TableOperation operation) => operation switch
    {
        Replace replace => !IsOurs(replace.ETag),
        Delete { ETag: { } etag } => !IsOurs(etag),
        _ => false,
    };

    private static bool IsOurs(string etag) =>
        etag.StartsWith("W/\"", StringComparison.Ordinal) && etag.Length > 4 && etag.EndsWith('"');
}
