using ComplaintFlow.Domain.Procedure;
using ComplaintFlow.Functions.Configuration.Published;
using ComplaintFlow.Functions.Configuration.Reading;

namespace ComplaintFlow.Functions.Configuration;

/// <summary>The firm's procedure as a broker writes it, <c>procedure.json</c>.</summary>
public static class ProcedureFile
{
    /// <summary>Reads and checks the whole file. Comments and trailing commas are tolerated; unknown properties are faults.</summary>
    public static ProcedureReading Parse(string json)
    {
        Faults faults = new();
        PublishedProcedure? procedure = JsonFile.Read(json, faults, file =>
        {
            IReadOnlyList<(string Path, ProcedureVersion Value)> versions =
                file.Objects("versions", "the versions of the procedure, oldest first", Presence.AtLeastOne, VersionReader.Read);
            Repeated.Refuse(faults, versions, "version", version => version.Version, StringComparer.Ordinal);
            RefuseDisorder(versions, faults);
            return new PublishedProcedure([.. versions.Select(version => version.Value)]);
        });
        return new ProcedureReading(procedure, faults.Found);
    }

    private static void RefuseDisorder(IReadOnlyList<(string Path, ProcedureVersion Value)> versions, Faults faults)
    {
        foreach (((string _, ProcedureVersion before), (string path, ProcedureVersion version)) in versions.Zip(versions.Skip(1)))
        {
            bool bothAreDates = before.InForceFrom != default && version.InForceFrom != default;
            if (bothAreDates && version.InForceFrom <= before.InForceFrom)
            {
                faults.Add(
                    $"{path}.inForceFrom",
                    FormattableString.Invariant(
                        $"{version.InForceFrom:yyyy-MM-dd} is not after {before.InForceFrom:yyyy-MM-dd} of the version before; write the versions oldest first"));
            }
        }
    }
}
