using ComplaintFlow.Functions.Configuration;

namespace ComplaintFlow.Configuration.Tests;

/// <summary>One change to the sample, its fault word for word.</summary>
public sealed class DirectoryFaultTests
{
    private const string Stranger = "\"parti@courtier.example\" is not among the staff; write the address of one of them";

    [Theory]
    [InlineData("\"defaultHandler\": \"conseil1@", "\"defaultHandler\": \"parti@", "$.defaultHandler: " + Stranger)]
    [InlineData("\"deputy\": \"conseil2@", "\"deputy\": \"parti@", "$.staff[0].deputy: " + Stranger)]
    [InlineData("\"handler\": \"conseil2@", "\"handler\": \"parti@", "$.clients[0].handler: " + Stranger)]
    [InlineData("\"deputy\": \"conseil2@", "\"deputy\": \"CONSEIL1@", "$.staff[0].deputy: \"conseil1@courtier.example\" stands in for itself; write the address of somebody else")]
    [InlineData("[\"manager\"]", "[\"handler\"]", "$.staff: nobody has the role \"manager\"; write it among the roles of one person at least")]
    [InlineData("[\"director\"]", "[\"handler\"]", "$.staff: nobody has the role \"director\"; write it among the roles of one person at least")]
    [InlineData("[\"manager\"]", "[\"chef\"]", "$.staff[3].roles[0]: \"chef\" is not a role; write one of \"handler\", \"manager\", \"director\"")]
    [InlineData("[\"manager\"]", "[]", "$.staff[3].roles: empty; write a list of \"handler\", \"manager\", \"director\"")]
    [InlineData("[\"manager\"]", "\"manager\"", "$.staff[3].roles: \"manager\" is not a list; write a list of \"handler\", \"manager\", \"director\"")]
    [InlineData("\"email\": \"direction@", "\"email\": \"Conseil3@", "$.staff[4].email: \"Conseil3@courtier.example\" is that of $.staff[2] already; write another")]
    [InlineData("\"C-1002\"", "\"c-1001\"", "$.clients[1].clientNumber: \"c-1001\" is that of $.clients[0] already; write another")]
    [InlineData("\"email\": \"direction@courtier.example\"", "\"email\": \"Direction <direction@courtier.example>\"", "$.staff[4].email: \"Direction <direction@courtier.example>\" is not an e-mail address; write an address, such as \"reclamations@courtier.example\"")]
    [InlineData("client1001@example.fr", "client1001.example.fr", "$.clients[0].email: \"client1001.example.fr\" is not an e-mail address; write an address, such as \"reclamations@courtier.example\"")]
    [InlineData("\"to\": \"2026-08-21\"", "\"to\": \"2026-08-02\"", "$.staff[0].absences[0].to: 2026-08-02 is before 2026-08-03 of from; write the first day and the last, both inclusive")]
    [InlineData("\"to\": \"2026-08-21\"", "\"to\": \"2026-08-32\"", "$.staff[0].absences[0].to: \"2026-08-32\" is not a date; write a day that exists, such as \"2026-03-02\"")]
    [InlineData("\"to\": \"2026-08-21\"", "\"until\": \"2026-08-21\"", "$.staff[0].absences[0].to: missing; write a day that exists, such as \"2026-03-02\"", "$.staff[0].absences[0].until: not a known property; known here are from, to")]
    [InlineData("\"name\": \"Conseil 1\",", "", "$.staff[0].name: missing; write a text that is not empty")]
    [InlineData("\"clients\"", "\"customers\"", "$.customers: not a known property; known here are defaultHandler, staff, clients")]
    [InlineData("{\n", "\n", "$: not JSON at line 2, column 19; look for a comma, a quote or a bracket missing or left over there or just before")]
    public void Parse_OneChange_GivesItsFaults(string passage, string replacement, params string[] faults)
    {
        DirectoryReading reading = DirectoryFile.Parse(Sample.With(Sample.Directory, passage, replacement));
        Assert.Equal(faults, reading.Faults);
        Assert.Null(reading.Directory);
    }

    [Fact]
    public void Parse_NoStaff_TellsThatAndTheDefaultHandler() => Assert.Equal(
        [
            "$.staff: empty; write the people of the firm",
            "$.defaultHandler: \"a@b.example\" is not among the staff; write the address of one of them",
        ],
        DirectoryFile.Parse("""{ "defaultHandler": "a@b.example", "staff": [] }""").Faults);
}
