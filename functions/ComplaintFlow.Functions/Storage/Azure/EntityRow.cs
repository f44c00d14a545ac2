using Azure.Data.Tables;

namespace ComplaintFlow.Functions.Storage.Azure;

/// <summary>A row as an entity of the client library, and back.</summary>
internal static class EntityRow
{
    public static TableEntity Entity(string partition, string row, IReadOnlyDictionary<string, object> properties)
    {
        TableEntity entity = new(partition, row);
        foreach ((string name, object value) in properties)
        {
            entity.Add(name, TableRules.Normal(value));
        }

        return entity;
    }

    public static TableRow From(TableEntity entity)
    {
        Dictionary<string, object> properties = new(StringComparer.Ordinal);
        foreach ((string name, object? value) in entity)
        {
            if (value is not null && name is not ("PartitionKey" or "RowKey" or "Timestamp" or "odata.etag"))
            {
                properties.Add(name, value);
            }
        }

        return new TableRow(entity.PartitionKey, entity.RowKey, properties, entity.ETag.ToString());
    }
}
