using System.Globalization;
using ComplaintFlow.Functions.Moving;

namespace ComplaintFlow.Functions.Commands;

/// <summary>What <c>export</c> and <c>import</c> say when they are done, French then English.</summary>
internal static class MovingWords
{
    public const string Next =
        "Démarrez maintenant l'application sur ce stockage, et ne la redémarrez plus sur l'ancien : les réclamations ouvertes reprennent, avec leurs échéances, au premier passage. "
        + "/ Now start the app on this store, and never again on the former one: open complaints go on with their timers at the first sweep.";

    public const string TakeAlong =
        """
        À emporter aussi, l'export ne les contient pas / to take along, the export does not hold them:
          - les clés des liens (ComplaintFlow__LinkKeys__Current et __Previous, ou secrets.json du dossier de données), sans lesquelles les liens déjà envoyés ne s'ouvrent plus
            / the link keys (or secrets.json of the data directory): without them the links already sent no longer open
          - les clés d'application (ComplaintFlow__Keys__*, ou secrets.json) / the application keys
          - procedure.json, et les réglages de courrier / and the settings of mail
        L'annuaire est dans l'export : directory.json n'est lu que par un stockage vide. / The directory is in the export: only an empty store reads directory.json.
        """;

    public static string Counts(ExportManifest manifest) => string.Create(
        CultureInfo.InvariantCulture,
        $"{manifest.Rows} lignes / rows, {manifest.Partitions} partitions, {manifest.Attachments} pièces jointes / attachments ({manifest.AttachmentBytes} octets / bytes)");

    public static string MomentOf(ExportManifest manifest) => manifest.Moment == ExportManifest.OfStore
        ? "Tout est d'un seul instant. / All of it is of one moment."
        : "Chaque réclamation est d'un seul instant ; si l'application marchait, ce qui est entré pendant l'export peut manquer. "
            + "/ Each complaint is of one moment; if the app was running, what came in during the export may be missing.";
}
