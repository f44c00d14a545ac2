using ComplaintFlow.Domain.Directory;
using ComplaintFlow.Functions.Configuration.Reading;
using ComplaintFlow.Functions.Configuration.Staff;

namespace ComplaintFlow.Functions.Configuration;

/// <summary>The directory as <c>directory.json</c> and the API write it.</summary>
public static class DirectoryFile
{
    /// <summary>Reads and checks the whole file. Comments and trailing commas are tolerated; unknown properties are faults.</summary>
    public static DirectoryReading Parse(string json)
    {
        Faults faults = new();
        StaffDirectory? directory = JsonFile.Read(json, faults, StaffDirectoryReader.Read);
        return new DirectoryReading(directory, faults.Found);
    }

    /// <summary>The file that <see cref="Parse"/> reads back to the same directory, indented, absent values left out.</summary>
    public static string Write(StaffDirectory directory) => StaffDirectoryWriter.Write(directory);
}
