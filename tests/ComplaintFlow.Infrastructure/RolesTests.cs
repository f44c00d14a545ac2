using System.Text.Json.Nodes;

namespace ComplaintFlow.Infrastructure;

[Collection(DeploymentGroup.Name)]
public sealed class RolesTests(Deployment deployment)
{
    /// <summary>Who gets what on which kind of thing. A line more here is a right more.</summary>
    private static readonly string[] Expected =
    [
        "app: b7e6dc6d-f1e8-4753-8033-0f276bb0955b on sthost",
        "app: 974c5e8b-45b9-4653-ba55-5f855dd0fb88 on sthost",
        "app: 0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3 on sthost",
        "app: 0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3 on strecs",
        "app: ba92f5b4-2d11-453d-a403-e96b0029c9fe on attachments",
        "app: 4633458b-17de-408a-b874-0445c86b69e6 on kv",
        "app: 3913510d-42f4-4e42-8a64-420c390055eb on appi",
        "app: 09976791-48a7-449e-bb21-39d1a415f350 on acs",
        "exporter: 76199698-9eea-4c19-bc75-cec21354c6b6 on strecs",
        "exporter: 2a2b9908-6ea1-4ae2-8e65-a410df84e7d1 on strecs",
        "exporter: ba92f5b4-2d11-453d-a403-e96b0029c9fe on exports",
    ];

    [Theory]
    [InlineData(Deployment.Test)]
    [InlineData(Deployment.Production)]
    public void Identity_Deployed_HasTheseRolesAndNoOther(string stage) =>
        Assert.Equal(
            Expected.Order(StringComparer.Ordinal),
            deployment.ResourcesOf(stage, "Microsoft.Authorization/roleAssignments").Select(Describe).Order(StringComparer.Ordinal));

    /// <summary>Owner, Contributor, User Access Administrator and their like appear nowhere, whatever the parameters.</summary>
    [Theory]
    [InlineData("8e3af657-a8ff-443c-a75c-2fe8c4bcb635")]
    [InlineData("b24988ac-6180-42a0-ab88-20f7382dd24c")]
    [InlineData("18d7d88d-d35e-4fb5-a5c3-7773c20a72d9")]
    [InlineData("17d1049b-9a84-46fb-8f53-869881c3d3ab")]
    public void Template_Compiled_KnowsNoBroadRole(string role) =>
        Assert.DoesNotContain(role, deployment.Template, StringComparison.OrdinalIgnoreCase);

    private static string Describe(JsonNode assignment)
    {
        JsonNode properties = assignment["properties"]!;
        string who = ((string)properties["principalId"]!).Contains("-exporter'", StringComparison.Ordinal) ? "exporter" : "app";
        string role = ((string)properties["roleDefinitionId"]!).Split('/')[^1];
        string scope = ((string)assignment["id"]!).Split("/providers/Microsoft.Authorization", 2)[0].Split('/')[^1];
        string thing = scope switch
        {
            _ when scope.StartsWith("st", StringComparison.Ordinal) => scope[..6],
            _ => scope.Split('-')[0],
        };
        return $"{who}: {role} on {thing}";
    }
}
