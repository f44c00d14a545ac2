using System.Globalization;

namespace ComplaintFlow.Functions.Storage.Sqlite;

/// <summary>A version of a row as text.</summary>
internal static class SqliteETag
{
    public static string Format(long etag) => etag.ToString(CultureInfo.InvariantCulture);
}
