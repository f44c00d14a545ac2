using System.Collections.Frozen;
using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Domain.Procedure;
using ComplaintFlow.Functions.Http;

namespace ComplaintFlow.Functions.Intake;

/// <summary>Reads a complaint from the fields of <c>POST /api/complaints</c>, JSON or form.</summary>
public static class ComplaintFields
{
    public const int LongestSubject = 300;
    private const int LongestLine = 300;
    private const int LongestAddress = 1_000;

    /// <summary>The names of forms, flat, and what they are called in JSON.</summary>
    private static readonly FrozenDictionary<string, string> FormNames = new Dictionary<string, string>
    {
        ["name"] = "complainant.name",
        ["email"] = "complainant.email",
        ["phone"] = "complainant.phone",
        ["postalAddress"] = "complainant.postalAddress",
        ["clientNumber"] = "complainant.clientNumber",
        ["kind"] = "complainant.kind",
        ["representativeName"] = "representative.name",
        ["representativeEmail"] = "representative.email",
        ["representativeCapacity"] = "representative.capacity",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> SenderNames =
        FormNames.ToFrozenDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);

    /// <summary>The fields that only staff may give.</summary>
    public static IReadOnlyList<string> StaffFields { get; } = ["channel", "receivedOn", "writtenOn", "procedure"];

    /// <summary>The fields of a body under their JSON names; errors come back under the sender's own names.</summary>
    public static Fields Of(RequestBody body, FieldErrors errors) => body.IsForm
        ? new Fields(
            body.Values
                .Where(pair => pair.Value.Length > 0)
                .ToDictionary(pair => FormNames.GetValueOrDefault(pair.Key, pair.Key), pair => pair.Value, StringComparer.Ordinal),
            errors,
            name => SenderNames.GetValueOrDefault(name, name))
        : new Fields(body.Values, errors);

    /// <summary>What the complaint says; meaningful only while no error was added.</summary>
    public static Func<DateTimeOffset, Receive> Read(Fields fields, Actor by, Language pageLanguage)
    {
        Channel channel = fields.OptionalChoice<Channel>("channel") ?? Channel.Web;
        Complainant complainant = ReadComplainant(fields);
        if (channel == Channel.Letter && complainant.PostalAddress is null)
        {
            fields.AddRequired("complainant.postalAddress");
        }
        else if (complainant is { Email: null, Phone: null, PostalAddress: null } && !AnyGiven(fields, "email", "phone", "postalAddress"))
        {
            fields.Add(
                "complainant.email",
                "Indiquez au moins une adresse e-mail, un téléphone ou une adresse postale.",
                "Give at least an e-mail address, a telephone number or a postal address.");
        }

        Representative? representative = ReadRepresentative(fields);
        string subject = fields.Required("subject", LongestSubject);
        string description = fields.Required("description");
        string? contract = fields.Optional("contract", LongestLine);
        string? product = fields.Optional("product", LongestLine);
        DateOnly? sentOn = fields.OptionalDate("sentOn");
        DateOnly? receivedOn = fields.OptionalDate("receivedOn");
        DateOnly? writtenOn = fields.OptionalDate("writtenOn");
        string? procedure = fields.Optional("procedure", LongestLine);
        Language language = ReadLanguage(fields, pageLanguage);
        return at => new Receive(
            by, at, channel, language, complainant, representative, subject, description, contract, product, sentOn, receivedOn, writtenOn, procedure);
    }

    /// <summary>The person, as a whole.</summary>
    public static Complainant ReadComplainant(Fields fields) => new()
    {
        Name = fields.Required("complainant.name", LongestLine),
        Email = fields.OptionalEmail("complainant.email"),
        Phone = fields.Optional("complainant.phone", LongestLine),
        PostalAddress = fields.Optional("complainant.postalAddress", LongestAddress),
        ClientNumber = fields.Optional("complainant.clientNumber", LongestLine),
        Kind = fields.OptionalChoice<ComplainantKind>("complainant.kind") ?? ComplainantKind.Consumer,
    };

    private static Representative? ReadRepresentative(Fields fields) => fields.HasAny("representative")
        ? new Representative
        {
            Name = fields.Required("representative.name", LongestLine),
            Email = fields.OptionalEmail("representative.email"),
            Capacity = fields.Required("representative.capacity", LongestLine),
        }
        : null;

    private static Language ReadLanguage(Fields fields, Language pageLanguage)
    {
        if (fields.Optional("language", LongestLine) is not { } code)
        {
            return pageLanguage;
        }

        if (!RequestLanguage.TryParse(code, out Language language))
        {
            fields.Add("language", "Choisissez fr ou en.", "Choose fr or en.");
        }

        return language;
    }

    private static bool AnyGiven(Fields fields, params ReadOnlySpan<string> names)
    {
        foreach (string name in names)
        {
            if (fields.IsGiven($"complainant.{name}"))
            {
                return true;
            }
        }

        return false;
    }
}
