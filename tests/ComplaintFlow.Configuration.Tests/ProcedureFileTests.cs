using ComplaintFlow.Domain.Calendar;
using ComplaintFlow.Domain.Procedure;
using ComplaintFlow.Functions.Configuration;

namespace ComplaintFlow.Configuration.Tests;

public sealed class ProcedureFileTests
{
    [Fact]
    public void Parse_TheSample_IsThePublishedProcedureOfTheSeed()
    {
        ProcedureReading reading = ProcedureFile.Parse(Sample.Procedure);
        Assert.Empty(reading.Faults);
        ProcedureVersion version = Assert.Single(Assert.IsType<PublishedProcedure>(reading.Procedure).Versions);
        Assert.Equal(("Europe/Paris", HolidayZone.Metropole, new TimeOnly(8, 0)), (version.TimeZone, version.Zone, version.RemindersAt));
        Assert.Equal(
            ("Madame Courtage", "réclamation@madamecourtage.fr", "reclamation@madamecourtage.fr"),
            (version.Firm.Name, version.Firm.ComplaintsEmail, version.Firm.ComplaintsEmailAlias));
        Assert.Equal(
            ("La Médiation de l’Assurance", "Pôle CSCA – TSA 50110 – 75441 PARIS Cedex 09", "le.mediateur@mediation-assurance.org", "https://www.mediation-assurance.org"),
            (version.Mediator.Name, version.Mediator.PostalAddress, version.Mediator.Email, version.Mediator.Website));
        Assert.Equal(5, version.Privacy.RetentionYears);
    }

    [Fact]
    public void Parse_TheSample_HasInsuranceFirst()
    {
        Regime insurance = ProcedureFile.Parse(Sample.Procedure).Procedure!.Versions[0].DefaultRegime;
        Assert.Equal(("insurance", ClockStart.Receipt), (insurance.Name, insurance.ClockStart));
        Assert.Equal(
            (new Delay(10, DelayUnit.WorkingDays), new Delay(2, DelayUnit.Months), new Delay(2, DelayUnit.Months), null),
            (insurance.Acknowledge, insurance.Respond, insurance.LevelTwo, insurance.LongestExtension));
        Assert.Equal([5, 8], insurance.AcknowledgementReminders);
        Assert.Equal([30, 45, 55], insurance.ResponseReminders);
        Assert.Equal((45, 60), (insurance.ManagerFromDay, insurance.NoFollowUpDays));
        Assert.Equal(
            (new Approval(ApproverRole.Manager), new Approval(ApproverRole.Director)),
            (insurance.LevelOneApproval, insurance.LevelTwoApproval));
    }

    [Fact]
    public void Parse_TheSample_HasPaymentServicesToo()
    {
        Regime payment = ProcedureFile.Parse(Sample.Procedure).Procedure!.Versions[0].FindRegime("payment-services")!;
        Assert.Equal(
            (new Delay(10, DelayUnit.WorkingDays), new Delay(15, DelayUnit.WorkingDays), new Delay(35, DelayUnit.WorkingDays)),
            (payment.Acknowledge, payment.Respond, payment.LongestExtension));
        Assert.Equal([7, 12], payment.ResponseReminders);
    }

    [Fact]
    public void Parse_CommentsTrailingCommasAndAByteOrderMark_AreTolerated()
    {
        string json = "\uFEFF// comment\n" + Sample.With(Sample.Procedure, "[5, 8]", "[5, /* then */ 8,]");
        Assert.Empty(ProcedureFile.Parse(json).Faults);
    }

    [Fact]
    public void Parse_WithoutWhatHasADefault_TakesTheDefault()
    {
        string json = Sample.Procedure;
        foreach (string line in new[]
        {
            "\"timeZone\": \"Europe/Paris\",", "\"zone\": \"metropole\",", "\"remindersAt\": \"08:00\",", "\"clockStart\": \"receipt\",",
            "\"managerFromDay\": 45,", "\"noFollowUpDays\": 60,", "\"levelOneApproval\": { \"by\": \"manager\" },",
        })
        {
            json = Sample.With(json, line, "");
        }

        ProcedureReading bare = ProcedureFile.Parse(json);
        Assert.Empty(bare.Faults);
        ProcedureVersion version = bare.Procedure!.Versions[0];
        Assert.Equal(("Europe/Paris", HolidayZone.Metropole, new TimeOnly(8, 0)), (version.TimeZone, version.Zone, version.RemindersAt));
        Regime regime = version.DefaultRegime;
        Assert.Equal((ClockStart.Receipt, 45, 60, ApproverRole.Manager), (regime.ClockStart, regime.ManagerFromDay, regime.NoFollowUpDays, regime.LevelOneApproval.By));
    }

    [Fact]
    public void Parse_AnAsciiMailbox_IsItsOwnAlias()
    {
        string json = Sample.With(Sample.Procedure, "\"complaintsEmailAlias\": \"reclamation@madamecourtage.fr\",", "");
        json = Sample.With(json, "réclamation@madamecourtage.fr", "plaintes@madamecourtage.fr");
        Assert.Equal("plaintes@madamecourtage.fr", ProcedureFile.Parse(json).Procedure?.Versions[0].Firm.ComplaintsEmailAlias);
    }

    [Fact]
    public void Parse_ApprovalByNobodyWithItsReason_KeepsTheReason()
    {
        string json = Sample.With(
            Sample.Procedure, "{ \"by\": \"manager\" }", "{ \"by\": \"none\", \"reason\": \"Cabinet d’une personne\" }");
        Assert.Equal(
            new Approval(ApproverRole.None, "Cabinet d’une personne"),
            ProcedureFile.Parse(json).Procedure?.Versions[0].DefaultRegime.LevelOneApproval);
    }

    [Theory]
    [InlineData("1 month", 1, DelayUnit.Months)]
    [InlineData("24 months", 24, DelayUnit.Months)]
    [InlineData("1 working-day", 1, DelayUnit.WorkingDays)]
    [InlineData("250 working-days", 250, DelayUnit.WorkingDays)]
    public void Parse_ADelay_IsReadInSingularAndPluralUpToItsBounds(string written, int count, DelayUnit unit)
    {
        string json = Sample.With(Sample.Procedure, "\"levelTwo\": \"2 months\"", $"\"levelTwo\": \"{written}\"");
        Assert.Equal(new Delay(count, unit), ProcedureFile.Parse(json).Procedure?.Versions[0].DefaultRegime.LevelTwo);
    }
}
