using ComplaintFlow.Domain.Directory;
using ComplaintFlow.Functions.Configuration.Reading;

namespace ComplaintFlow.Functions.Configuration.Staff;

internal static class ClientEntryReader
{
    public static ClientEntry Read(JsonObjectReader client) => new()
    {
        ClientNumber = client.Required("clientNumber", Forms.Text, ""),
        Email = client.Optional<string?>("email", Forms.Email!, null),
        Name = client.Optional<string?>("name", Forms.Text!, null),
        Handler = client.Required("handler", Forms.Email, ""),
    };
}
