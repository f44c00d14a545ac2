using System.Globalization;
using ComplaintFlow.Domain.Directory;
using CsvHelper;
using CsvHelper.Configuration;

namespace ComplaintFlow.Functions.Configuration;

/// <summary>
/// The clients of the directory as a spreadsheet exports them: a header with <c>clientNumber</c>, <c>email</c> (may be
/// empty) and <c>handler</c>, in any order, separated by commas or semicolons.
/// </summary>
public static class ClientList
{
    private static readonly string[] Columns = ["clientNumber", "email", "handler"];

    /// <summary>The clients in the order of the lines, or every fault with its line.</summary>
    public static (IReadOnlyList<ClientEntry> Clients, IReadOnlyList<string> Faults) Parse(string csv)
    {
        List<ClientEntry> clients = [];
        List<string> faults = [];
        CsvConfiguration form = new(CultureInfo.InvariantCulture)
        {
            DetectDelimiter = true,
            DetectDelimiterValues = [",", ";", "\t"],
            TrimOptions = TrimOptions.Trim,
            BadDataFound = data => faults.Add($"line {data.Context.Parser?.RawRow}: a quote is out of place"),
            MissingFieldFound = null,
        };
        using CsvReader reader = new(new StringReader(csv), form);
        if (!reader.Read() || !reader.ReadHeader() || Columns.Any(column => !reader.HeaderRecord!.Contains(column)))
        {
            return ([], [$"line 1: the header must name {string.Join(", ", Columns)}"]);
        }

        while (reader.Read())
        {
            string number = reader.GetField("clientNumber") ?? "";
            string email = reader.GetField("email") ?? "";
            string handler = reader.GetField("handler") ?? "";
            if (number.Length == 0 || handler.Length == 0)
            {
                faults.Add($"line {reader.Parser.RawRow}: clientNumber and handler are required");
                continue;
            }

            clients.Add(new ClientEntry { ClientNumber = number, Email = email.Length == 0 ? null : email, Handler = handler });
        }

        return (clients, faults);
    }
}
