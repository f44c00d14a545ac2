using ComplaintFlow.Domain.Procedure;
using ComplaintFlow.Functions.Configuration.Reading;

namespace ComplaintFlow.Functions.Configuration.Published;

internal static class PrivacyReader
{
    public const string Right = "an object with the controller, purpose, basis, rights and contact of the notice on personal data";

    private const string TwoLanguages = "an object with \"fr\" and \"en\"";

    public static PrivacyNotice Read(JsonObjectReader privacy) => new()
    {
        Controller = privacy.Required("controller", Forms.Text, ""),
        Purpose = privacy.Object("purpose", TwoLanguages, ProcedureForms.Wording),
        Basis = privacy.Object("basis", TwoLanguages, ProcedureForms.Wording),
        Rights = privacy.Object("rights", TwoLanguages, ProcedureForms.Wording),
        Contact = privacy.Required("contact", Forms.Text, ""),
        RetentionYears = privacy.Optional("retentionYears", Forms.WholeNumber(1, 50), 5),
    };
}
