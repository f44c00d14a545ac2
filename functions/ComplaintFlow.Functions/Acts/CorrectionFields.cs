using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Functions.Complaints;
using ComplaintFlow.Functions.Http;

namespace ComplaintFlow.Functions.Acts;

/// <summary>Reads <c>correct</c>: only what is given changes, within the person too.</summary>
internal static class CorrectionFields
{
    private const int LongestLine = 300;
    private const int LongestAddress = 1_000;

    public static MakeCommand Read(Fields fields, Actor by)
    {
        string? name = fields.Optional("complainant.name", LongestLine);
        string? email = fields.OptionalEmail("complainant.email");
        string? phone = fields.Optional("complainant.phone", LongestLine);
        string? address = fields.Optional("complainant.postalAddress", LongestAddress);
        string? clientNumber = fields.Optional("complainant.clientNumber", LongestLine);
        ComplainantKind? kind = fields.OptionalChoice<ComplainantKind>("complainant.kind");
        string? contract = fields.Optional("contract", LongestLine);
        string? product = fields.Optional("product", LongestLine);
        DateOnly? sentOn = fields.OptionalDate("sentOn");
        DateOnly? receivedOn = fields.OptionalDate("receivedOn");
        DateOnly? writtenOn = fields.OptionalDate("writtenOn");
        bool aboutPerson = name is not null || email is not null || phone is not null || address is not null || clientNumber is not null || kind is not null;
        if (!aboutPerson && contract is null && product is null && sentOn is null && receivedOn is null && writtenOn is null && !fields.Errors.Any)
        {
            fields.Add(
                "",
                "Donnez au moins un champ à corriger : complainant, contract, product, sentOn, receivedOn, writtenOn.",
                "Give at least one field to correct: complainant, contract, product, sentOn, receivedOn, writtenOn.");
        }

        return (stored, at) => new Correct(by, at, aboutPerson ? Person(stored) : null, contract, product, sentOn, receivedOn, writtenOn);

        Complainant Person(StoredComplaint stored)
        {
            Complainant known = stored.Dossier.Complainant ?? new Complainant { Name = name ?? "" };
            return known with
            {
                Name = name ?? known.Name,
                Email = email ?? known.Email,
                Phone = phone ?? known.Phone,
                PostalAddress = address ?? known.PostalAddress,
                ClientNumber = clientNumber ?? known.ClientNumber,
                Kind = kind ?? known.Kind,
            };
        }
    }
}
