using System.Net;
using System.Text;
using System.Text.Json;

namespace ComplaintFlow.Scenarios.App;

/// <summary>What Azure's mail service reports of our mails.</summary>
public static class DeliveryReports
{
    /// <summary>Reports that a mail was delivered under that Message-ID.</summary>
    public static Task ReportAsync(this TestApp app, string effect, string? internetMessageId, string status = "Delivered", string? subject = null) =>
        app.ReportAsync(new Dictionary<string, object?>
        {
            ["id"] = "1",
            ["eventType"] = "Microsoft.Communication.EmailDeliveryReportReceived",
            ["subject"] = subject,
            ["data"] = new { messageId = effect, internetMessageId, status, recipient = Staff.Client },
        });

    private static async Task ReportAsync(this TestApp app, Dictionary<string, object?> report)
    {
        using StringContent content = new(JsonSerializer.Serialize(new[] { report }), Encoding.UTF8, "application/json");
        using HttpResponseMessage response = await app.Http.PostAsync(new Uri($"/api/delivery?code={TestApp.Key}", UriKind.Relative), content);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        await app.SettleAsync();
    }
}
