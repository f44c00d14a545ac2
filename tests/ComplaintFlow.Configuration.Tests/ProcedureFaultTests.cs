using ComplaintFlow.Functions.Configuration;

namespace ComplaintFlow.Configuration.Tests;

/// <summary>One change to the sample, one fault, word for word.</summary>
public sealed class ProcedureFaultTests
{
    private const string Delay = "write a number and a unit, such as \"10 working-days\" or \"2 months\"";

    [Theory]
    [InlineData("\"acknowledge\": \"10 working-days\"", "\"acknowledge\": \"ten days\"", "$.versions[0].regimes[0].acknowledge: \"ten days\" is not a delay; " + Delay)]
    [InlineData("\"levelTwo\": \"2 months\"", "\"levelTwo\": \"0 months\"", "$.versions[0].regimes[0].levelTwo: \"0 months\" is not a delay; " + Delay)]
    [InlineData("\"levelTwo\": \"2 months\"", "\"levelTwo\": \"25 months\"", "$.versions[0].regimes[0].levelTwo: \"25 months\" is not a delay; " + Delay)]
    [InlineData("\"levelTwo\": \"2 months\"", "\"levelTwo\": \"251 working-days\"", "$.versions[0].regimes[0].levelTwo: \"251 working-days\" is not a delay; " + Delay)]
    [InlineData("\"levelTwo\": \"2 months\"", "\"levelTwo\": \"60 days\"", "$.versions[0].regimes[0].levelTwo: \"60 days\" is not a delay; " + Delay)]
    [InlineData("\"levelTwo\": \"2 months\"", "\"levelTwo\": 2", "$.versions[0].regimes[0].levelTwo: 2 is not a delay; " + Delay)]
    [InlineData("\"levelTwo\": \"2 months\",", "", "$.versions[0].regimes[0].levelTwo: missing; " + Delay)]
    [InlineData("\"35 working-days\"", "\"15 working-days\"", "$.versions[0].regimes[1].longestExtension: \"15 working-days\" is not longer than \"15 working-days\" of respond; write a longer delay, counted from the same start")]
    [InlineData("[5, 8]", "[8, 5]", "$.versions[0].regimes[0].acknowledgementReminders[1]: 5 does not come after 8; write the numbers in ascending order")]
    [InlineData("[5, 8]", "[5, 5]", "$.versions[0].regimes[0].acknowledgementReminders[1]: 5 does not come after 5; write the numbers in ascending order")]
    [InlineData("[5, 8]", "[5, 10]", "$.versions[0].regimes[0].acknowledgementReminders[1]: 10 is not before the deadline of \"10 working-days\"; write working days below 10")]
    [InlineData("[30, 45, 55]", "[30, 45, 59]", "$.versions[0].regimes[0].responseReminders[2]: 59 is not before the deadline of \"2 months\"; write calendar days below 59")]
    [InlineData("[7, 12]", "[7, 17]", "$.versions[0].regimes[1].responseReminders[1]: 17 is not before the deadline of \"15 working-days\"; write calendar days below 17")]
    [InlineData("[5, 8]", "[5, \"8\"]", "$.versions[0].regimes[0].acknowledgementReminders[1]: \"8\" is not a whole number from 1 to 1000; write a number such as 1 or 1000")]
    [InlineData("[5, 8]", "5", "$.versions[0].regimes[0].acknowledgementReminders: 5 is not a list; write a list of working days, such as [5, 8]")]
    [InlineData("\"managerFromDay\": 45", "\"managerFromDay\": 4.5", "$.versions[0].regimes[0].managerFromDay: 4.5 is not a whole number from 1 to 1000; write a number such as 1 or 1000")]
    [InlineData("{ \"by\": \"manager\" }", "{ \"by\": \"none\" }", "$.versions[0].regimes[0].levelOneApproval.reason: missing; an answer that nobody approves needs a reason, write the one that the journal and the published page carry")]
    [InlineData("{ \"by\": \"manager\" }", "{ \"by\": \"nobody\" }", "$.versions[0].regimes[0].levelOneApproval.by: \"nobody\" is not an approver; write one of \"none\", \"manager\", \"director\"")]
    [InlineData("{ \"by\": \"manager\" }", "\"manager\"", "$.versions[0].regimes[0].levelOneApproval: \"manager\" is not an object; write an object such as { \"by\": \"manager\" }")]
    [InlineData("\"name\": \"payment-services\"", "\"name\": \"insurance\"", "$.versions[0].regimes[1].name: \"insurance\" is that of $.versions[0].regimes[0] already; write another")]
    [InlineData("\"name\": \"payment-services\"", "\"name\": \"Paiement\"", "$.versions[0].regimes[1].name: \"Paiement\" is not a name of a regime; write lower-case letters and dashes, such as \"payment-services\"")]
    [InlineData("\"clockStart\": \"receipt\"", "\"clockStart\": \"reception\"", "$.versions[0].regimes[0].clockStart: \"reception\" is not a start of the clock; write one of \"receipt\", \"sending\", \"earliest\"")]
    [InlineData("\"zone\": \"metropole\"", "\"zone\": \"alsace\"", "$.versions[0].zone: \"alsace\" is not a zone of public holidays; write one of \"metropole\", \"alsace-moselle\", \"mayotte\", \"martinique\", \"guadeloupe\", \"saint-martin\", \"guyane\", \"saint-barthelemy\", \"la-reunion\"")]
    [InlineData("\"Europe/Paris\"", "\"Europe/Lyon\"", "$.versions[0].timeZone: \"Europe/Lyon\" is not a known time zone; write an IANA name, such as \"Europe/Paris\"")]
    [InlineData("\"remindersAt\": \"08:00\"", "\"remindersAt\": \"8h\"", "$.versions[0].remindersAt: \"8h\" is not a time of day; write hours and minutes, such as \"08:00\"")]
    [InlineData("\"2024-01-01\"", "\"2023-02-29\"", "$.versions[0].inForceFrom: \"2023-02-29\" is not a date; write a day that exists, such as \"2026-03-02\"")]
    [InlineData("\"2024-01-01\"", "20240101", "$.versions[0].inForceFrom: 20240101 is not a date; write a day that exists, such as \"2026-03-02\"")]
    [InlineData("\"version\": \"2024-1\"", "\"version\": \" \"", "$.versions[0].version: \" \" is not a text; write a text that is not empty")]
    [InlineData("\"name\": \"Madame Courtage\",", "", "$.versions[0].firm.name: missing; write a text that is not empty")]
    [InlineData("\"name\": \"Madame Courtage\"", "\"name\": null", "$.versions[0].firm.name: missing; write a text that is not empty")]
    [InlineData("\"name\": \"Madame Courtage\"", "\"name\": \"\\ud800\"", "$.versions[0].firm.name: \"\\ud800\" is not a text; write a text that is not empty")]
    [InlineData("\"complaintsEmailAlias\": \"reclamation@madamecourtage.fr\",", "", "$.versions[0].firm.complaintsEmailAlias: missing; many systems cannot send to \"réclamation@madamecourtage.fr\", write an address without accents that reaches the same mailbox")]
    [InlineData("\"complaintsEmailAlias\": \"reclamation@", "\"complaintsEmailAlias\": \"réclamation@", "$.versions[0].firm.complaintsEmailAlias: \"réclamation@madamecourtage.fr\" is not an e-mail address in plain ASCII; write an address without accents, such as \"reclamations@courtier.example\"")]
    [InlineData("\"senderEmail\": \"reclamation@", "\"senderEmail\": \"réclamation@", "$.versions[0].firm.senderEmail: \"réclamation@madamecourtage.fr\" is not an e-mail address in plain ASCII; write an address without accents, such as \"reclamations@courtier.example\"")]
    [InlineData("le.mediateur@mediation-assurance.org", "le.mediateur@mediation-", "$.versions[0].mediator.email: \"le.mediateur@mediation-\" is not an e-mail address; write an address, such as \"reclamations@courtier.example\"")]
    [InlineData("https://www.mediation-assurance.org", "http://www.mediation-assurance.org", "$.versions[0].mediator.website: \"http://www.mediation-assurance.org\" is not a secure web address; write an address that begins with https, such as \"https://www.mediation-assurance.org\"")]
    [InlineData("\"retentionYears\": 5", "\"retentionYears\": 0", "$.versions[0].privacy.retentionYears: 0 is not a whole number from 1 to 50; write a number such as 1 or 50")]
    [InlineData("{ \"fr\": \"Assurance\", \"en\": \"Insurance\" }", "{ \"fr\": \"Assurance\" }", "$.versions[0].regimes[0].title.en: missing; write a text that is not empty")]
    [InlineData("{ \"fr\": \"Assurance\", \"en\": \"Insurance\" }", "\"Assurance\"", "$.versions[0].regimes[0].title: \"Assurance\" is not an object; write an object with \"fr\" and \"en\"")]
    [InlineData("\"retentionYears\": 5", "\"retentionYear\": 5", "$.versions[0].privacy.retentionYear: not a known property; did you mean \"retentionYears\"?")]
    [InlineData("\"by\": \"manager\"", "\"by\": \"manager\", \"zzzzzzzz\": 1", "$.versions[0].regimes[0].levelOneApproval.zzzzzzzz: not a known property; known here are by, reason")]
    [InlineData("\"by\": \"manager\"", "\"by\": \"manager\", \"rea son\": 1", "$.versions[0].regimes[0].levelOneApproval[\"rea son\"]: not a known property; did you mean \"reason\"?")]
    [InlineData("\"by\": \"manager\"", "\"by\": \"manager\", \"by\": \"none\"", "$.versions[0].regimes[0].levelOneApproval.by: written twice; keep one of the two")]
    public void Parse_OneChange_GivesThatOneFault(string passage, string replacement, string fault)
    {
        ProcedureReading reading = ProcedureFile.Parse(Sample.With(Sample.Procedure, passage, replacement));
        Assert.Equal([fault], reading.Faults);
        Assert.Null(reading.Procedure);
    }

    [Theory]
    [InlineData("", "$: not JSON at line 1, column 1; look for a comma, a quote or a bracket missing or left over there or just before")]
    [InlineData("{\n  \"versions\": [\n    { \"é\" 1 }\n] }", "$: not JSON at line 3, column 11; look for a comma, a quote or a bracket missing or left over there or just before")]
    [InlineData("[]", "$: a list is not an object; write { … }")]
    [InlineData("{}", "$.versions: missing; write the versions of the procedure, oldest first")]
    [InlineData("{ \"versions\": [] }", "$.versions: empty; write the versions of the procedure, oldest first")]
    [InlineData("{ \"versions\": {} }", "$.versions: an object is not a list; write the versions of the procedure, oldest first")]
    [InlineData("{ \"versions\": [1] }", "$.versions[0]: 1 is not an object; write one of the versions of the procedure, oldest first")]
    public void Parse_AnotherShapeAltogether_SaysSo(string json, string fault) =>
        Assert.Equal([fault], ProcedureFile.Parse(json).Faults);

    [Theory]
    [InlineData("2024-2", "2024-01-01", "$.versions[1].inForceFrom: 2024-01-01 is not after 2024-01-01 of the version before; write the versions oldest first")]
    [InlineData("2024-2", "2023-12-31", "$.versions[1].inForceFrom: 2023-12-31 is not after 2024-01-01 of the version before; write the versions oldest first")]
    [InlineData("2024-1", "2025-01-01", "$.versions[1].version: \"2024-1\" is that of $.versions[0] already; write another")]
    public void Parse_ASecondVersionOutOfOrder_IsAFault(string version, string inForceFrom, string fault) =>
        Assert.Equal([fault], ProcedureFile.Parse(WithSecondVersion(version, inForceFrom)).Faults);

    [Theory]
    [InlineData("21", "21 is not before the deadline of \"1 month\"; write working days below 21", true)]
    [InlineData("40", "40 is not before the deadline of \"1 month\"; write working days below 21", true)]
    [InlineData("20", "", false)]
    public void Parse_RemindersOfAnAcknowledgementInMonths_FallBeforeItsShortestMonth(string last, string fault, bool refused)
    {
        string json = Sample.With(Sample.Procedure, "\"acknowledge\": \"10 working-days\"", "\"acknowledge\": \"1 month\"");
        IReadOnlyList<string> faults = ProcedureFile.Parse(Sample.With(json, "[5, 8]", $"[5, {last}]")).Faults;
        Assert.Equal(refused ? [$"$.versions[0].regimes[0].acknowledgementReminders[1]: {fault}"] : [], faults);
    }

    [Fact]
    public void Parse_ASecondVersionInOrder_IsRead() =>
        Assert.Equal(2, ProcedureFile.Parse(WithSecondVersion("2025-1", "2025-01-01")).Procedure?.Versions.Count);

    [Fact]
    public void Parse_SeveralFaults_TellsAllAtOnce()
    {
        string json = Sample.With(Sample.Procedure, "\"2024-01-01\"", "\"soon\"");
        json = Sample.With(json, "\"respond\": \"2 months\"", "\"respnd\": \"2 months\"");
        json = Sample.With(json, "\"firm\": {", "\"firm\": 7, \"frim\": {");
        Assert.Equal(
            [
                "$.versions[0].inForceFrom: \"soon\" is not a date; write a day that exists, such as \"2026-03-02\"",
                "$.versions[0].firm: 7 is not an object; write an object with the name, oriasNumber, postalAddress, phone and addresses of the firm",
                "$.versions[0].regimes[0].respond: missing; " + Delay,
                "$.versions[0].regimes[0].respnd: not a known property; did you mean \"respond\"?",
                "$.versions[0].frim: not a known property; known here are zone, version, inForceFrom, timeZone, remindersAt, firm, mediator, privacy, regimes",
            ],
            ProcedureFile.Parse(json).Faults);
    }

    private static string WithSecondVersion(string version, string inForceFrom)
    {
        string first = Sample.Procedure[(Sample.Procedure.IndexOf('[', StringComparison.Ordinal) + 1)..Sample.Procedure.LastIndexOf(']')];
        string second = Sample.With(
            Sample.With(first, "\"version\": \"2024-1\"", $"\"version\": \"{version}\""),
            "\"2024-01-01\"",
            $"\"{inForceFrom}\"");
        return $"{{ \"versions\": [{first}, {second}] }}";
    }
}
