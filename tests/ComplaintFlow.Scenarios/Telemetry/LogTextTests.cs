using ComplaintFlow.Functions.Telemetry;

namespace ComplaintFlow.Scenarios.Telemetry;

/// <summary>What is left of a text from elsewhere before it is logged: what helps, and nobody.</summary>
public sealed class LogTextTests
{
    [Theory]
    [InlineData("550 5.1.1 <jeanne.martin@example.fr>: Recipient address rejected: User unknown", "550 5.1.1")]
    [InlineData("451 4.3.0 Jeanne Martin is over quota", "451 4.3.0")]
    [InlineData("550-5.7.1 jeanne", "550-5.7.1")]
    [InlineData("421 Try again later, Jeanne", "421")]
    [InlineData("Le serveur d’envoi smtp.example.fr:587 ne répond pas à temps.", "Le serveur d’envoi smtp.example.fr:587 ne répond pas à temps.")]
    [InlineData("EmailDropped réclamation@courtier.example is suppressed", "EmailDropped … is suppressed")]
    [InlineData(null, "")]
    public void Reason_OfAMailThatDidNotLeave_IsItsCodesOrHasNoAddress(string? reason, string expected) => Assert.Equal(expected, LogText.Reason(reason));

    [Theory]
    [InlineData("No recipient 'Jeanne Martin'.", "No recipient ….")]
    [InlineData("Cannot parse \"Mon sinistre\", really", "Cannot parse …, really")]
    [InlineData("Row 'j-00000012' of complaint R26-7KQ4-M2ZD has schema 3; this version reads 1.", "Row 'j-00000012' of complaint R26-7KQ4-M2ZD has schema 3; this version reads 1.")]
    [InlineData("Could not find file '/var/lib/complaintflow/complaints.db'.", "Could not find file '/var/lib/complaintflow/complaints.db'.")]
    [InlineData("GET https://courtier.example/c/eyJhbGciOi.abc failed", "GET https://courtier.example… failed")]
    [InlineData("Call 06 71 82 93 04 or +33671829304", "Call … or …")]
    [InlineData("Key 3f9a1c0d2b4e6f8091a2b3c4d5e6f708 refused", "Key … refused")]
    [InlineData("from <Jeanne <jeanne@example.fr>>", "from <Jeanne …>")]
    [InlineData("The operation timed out after 30000 ms.", "The operation timed out after 30000 ms.")]
    public void Text_FromElsewhere_LosesWhatMayBeOfAPerson(string text, string expected) => Assert.Equal(expected, LogText.Scrub(text));

    [Fact]
    public void Exception_Scrubbed_KeepsTypesPlacesAndCauses()
    {
        Exception thrown = Assert.ThrowsAny<Exception>(() => Fail("jeanne@example.fr"));

        string told = ScrubbedException.Of(thrown).ToString();

        Assert.Contains("System.InvalidOperationException: No mail for …", told, StringComparison.Ordinal);
        Assert.Contains("System.FormatException: … is no date", told, StringComparison.Ordinal);
        Assert.Contains(nameof(Fail), told, StringComparison.Ordinal);
        Assert.DoesNotContain("jeanne", told, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Exception_ScrubbedTwice_IsTheSame()
    {
        ScrubbedException once = ScrubbedException.Of(new InvalidOperationException("jeanne@example.fr"));

        Assert.Same(once, ScrubbedException.Of(once));
    }

    private static void Fail(string address) => throw new InvalidOperationException($"No mail for {address}", new FormatException($"'Jeanne {address}' is no date"));
}
