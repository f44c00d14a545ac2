using ComplaintFlow.Domain.Directory;
using ComplaintFlow.Functions.Configuration;

namespace ComplaintFlow.Configuration.Tests;

public sealed class DirectoryFileTests
{
    [Fact]
    public void Parse_TheSample_IsTheFirmOfTheContract()
    {
        DirectoryReading reading = DirectoryFile.Parse(Sample.Directory);
        Assert.Empty(reading.Faults);
        StaffDirectory directory = Assert.IsType<StaffDirectory>(reading.Directory);
        Assert.Equal("conseil1@courtier.example", directory.DefaultHandler);
        Assert.Equal(3, directory.Staff.Count(member => member.Has(StaffRole.Handler)));
        Assert.Equal("reclamations@courtier.example", Assert.Single(directory.Staff, member => member.Has(StaffRole.Manager)).Email);
        Assert.Equal("direction@courtier.example", Assert.Single(directory.Staff, member => member.Has(StaffRole.Director)).Email);
        Assert.False(directory.Find(directory.DefaultHandler)!.Has(StaffRole.Manager));
        Assert.Equal([new Absence(new(2026, 8, 3), new(2026, 8, 21))], directory.Staff[0].Absences);
        Assert.Equal("conseil2@courtier.example", directory.UsualContact("C-1001", null, new(2026, 3, 2)));
    }

    [Fact]
    public void Write_WhatWasRead_ReadsBackTheSame()
    {
        StaffDirectory sample = DirectoryFile.Parse(Sample.Directory).Directory!;
        StaffDirectory directory = sample with
        {
            Clients = [.. sample.Clients, new() { ClientNumber = "D/7 \"bis\"", Name = "Zoé <Œuvrard>", Handler = "conseil3@courtier.example" }],
        };
        string written = DirectoryFile.Write(directory);
        StaffDirectory read = DirectoryFile.Parse(written).Directory!;
        Assert.Equal(written, DirectoryFile.Write(read));
        Assert.Equal(directory.DefaultHandler, read.DefaultHandler);
        Assert.Equal(directory.Clients, read.Clients);
        Assert.Equal(directory.Staff.Select(Flat), read.Staff.Select(Flat));
    }

    [Fact]
    public void Write_ASmallDirectory_IsPlainReadableJson() => Assert.Equal(
        """
        {
          "defaultHandler": "zoé@courtier.example",
          "staff": [
            {
              "email": "zoé@courtier.example",
              "name": "Zoé",
              "roles": [
                "handler",
                "manager",
                "director"
              ],
              "absences": [
                {
                  "from": "2026-08-03",
                  "to": "2026-08-21"
                }
              ]
            }
          ],
          "clients": []
        }

        """,
        DirectoryFile.Write(new()
        {
            DefaultHandler = "zoé@courtier.example",
            Staff =
            [
                new()
                {
                    Email = "zoé@courtier.example",
                    Name = "Zoé",
                    Roles = [StaffRole.Handler, StaffRole.Manager, StaffRole.Director],
                    Absences = [new(new(2026, 8, 3), new(2026, 8, 21))],
                },
            ],
        }));

    [Fact]
    public void Parse_TwoClientsOfOneHousehold_MayShareTheirAddress() =>
        Assert.Empty(DirectoryFile.Parse(Sample.With(Sample.Directory, "client1002@", "client1001@")).Faults);

    [Fact]
    public void Parse_WithoutClients_HasNone() => Assert.Equal(
        [],
        DirectoryFile.Parse(Sample.Directory[..Sample.Directory.IndexOf(",\n  \"clients\"", StringComparison.Ordinal)] + "}").Directory!.Clients);

    private static string Flat(StaffMember member) =>
        $"{member.Email} {member.Name} {string.Join('+', member.Roles)} {member.Deputy} {string.Join('+', member.Absences)}";
}
