using ComplaintFlow.Domain.Procedure;
using ComplaintFlow.Functions.Configuration.Reading;

namespace ComplaintFlow.Functions.Configuration.Published;

internal static class MediatorReader
{
    public const string Right = "an object with the name, postalAddress, email and website of the mediator";

    public static Mediator Read(JsonObjectReader mediator) => new()
    {
        Name = mediator.Required("name", Forms.Text, ""),
        PostalAddress = mediator.Required("postalAddress", Forms.Text, ""),
        Email = mediator.Optional<string?>("email", Forms.Email!, null),
        Website = mediator.Required("website", ProcedureForms.Website, ""),
    };
}
