using ComplaintFlow.Functions.Mail;
using ComplaintFlow.Functions.Mail.Documents;

namespace ComplaintFlow.Mail.Tests;

/// <summary>
/// Every mail as it is read, pinned in <c>Golden/</c>. To write them again after a change of words:
/// <c>WRITE_GOLDEN=1 dotnet test tests/ComplaintFlow.Mail.Tests --filter GoldenTests</c>, then read the difference.
/// </summary>
public sealed class GoldenTests
{
    private static readonly string Folder = Path.Combine(Repository.Tests, "Golden");

    private static bool Writes => Environment.GetEnvironmentVariable("WRITE_GOLDEN") == "1";

    public static TheoryData<string> Names => [.. Catalogue.All.Select(mail => mail.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Mail_Rendered_IsAsPinned(string name)
    {
        MailContent mail = Catalogue.All.Single(known => known.Name == name).Mail;

        Check($"{name}.txt", $"Subject: {mail.Subject}\n\n{TextRendering.Of(mail.Body)}");
        Check($"{name}.html", HtmlRendering.Of(mail.Body));
    }

    [Fact]
    public void Golden_Files_AreThoseOfTheCatalogue()
    {
        IEnumerable<string> expected = Catalogue.All.SelectMany(mail => new[] { $"{mail.Name}.txt", $"{mail.Name}.html" });

        Assert.Equal(expected.Order(), System.IO.Directory.GetFiles(Folder).Select(path => Path.GetFileName(path)!).Order());
    }

    private static void Check(string file, string actual)
    {
        string path = Path.Combine(Folder, file);
        if (Writes)
        {
            File.WriteAllText(path, actual);
        }

        Assert.True(File.Exists(path), $"{file} is missing: write it with WRITE_GOLDEN=1.");
        Assert.Equal(File.ReadAllText(path), actual);
    }
}
