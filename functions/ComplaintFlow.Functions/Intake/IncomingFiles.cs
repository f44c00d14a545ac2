using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Functions.Attachments;
using ComplaintFlow.Functions.Http;

namespace ComplaintFlow.Functions.Intake;

/// <summary>Checks and keeps the files that come with complaints and messages.</summary>
public sealed partial class IncomingFiles(IAttachmentStore store)
{
    private const int LongestName = 200;
    private const int IdLength = 24;

    /// <summary>Programs and scripts: never a document about a complaint.</summary>
    private static readonly FrozenSet<string> Programs = new[]
    {
        ".app", ".bat", ".cmd", ".com", ".cpl", ".dll", ".exe", ".hta", ".jar", ".js", ".jse", ".lnk", ".msi", ".ps1", ".reg", ".scr", ".vbe", ".vbs", ".wsf",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Names what is wrong with the files' names; what is too large is <see cref="TooLarge"/>.</summary>
    public static void Check(IList<UploadedFile> files, FieldErrors errors)
    {
        for (int i = 0; i < files.Count; i++)
        {
            string extension = Path.GetExtension(CleanName(files[i].FileName));
            if (Programs.Contains(extension))
            {
                errors.Add($"attachments[{i}]", $"Les fichiers {extension} ne sont pas acceptés.", $"{extension} files are not accepted.");
            }
            else if (files[i].Content.Length == 0)
            {
                errors.Add($"attachments[{i}]", "Ce fichier est vide.", "This file is empty.");
            }
        }
    }

    /// <summary>Why the files are too large or too many, or null.</summary>
    public static (string Fr, string En)? TooLarge(IList<UploadedFile> files) =>
        files.Count > BodyLimits.Files ? ($"{BodyLimits.Files} pièces jointes au plus.", $"At most {BodyLimits.Files} attachments.")
        : files.Any(file => file.Content.Length > BodyLimits.OneFile) ? ("10 Mo au plus par pièce jointe.", "At most 10 MB for one attachment.")
        : files.Sum(file => (long)file.Content.Length) > BodyLimits.AllFiles ? ("20 Mo au plus pour toutes les pièces jointes.", "At most 20 MB for all attachments.")
        : null;

    /// <summary>Stores the files and gives the commands that enter them in the journal. The same file again has the same id.</summary>
    public async Task<IReadOnlyList<Func<DateTimeOffset, Attach>>> KeepAsync(
        Reference reference, IList<UploadedFile> files, Actor by, CancellationToken cancellationToken)
    {
        List<Func<DateTimeOffset, Attach>> commands = [];
        foreach (UploadedFile file in files)
        {
            string name = CleanName(file.FileName);
            string sha256 = Convert.ToHexStringLower(SHA256.HashData(file.Content.Span));
            string id = Convert.ToHexStringLower(SHA256.HashData([.. Convert.FromHexString(sha256), .. System.Text.Encoding.UTF8.GetBytes(name)]))[..IdLength];
            await store.SaveAsync(reference.Value, id, file.Content, cancellationToken);
            string type = ContentTypePattern().IsMatch(file.ContentType) ? file.ContentType.ToLowerInvariant() : "application/octet-stream";
            commands.Add(at => new Attach(by, at, id, name, type, file.Content.Length, sha256));
        }

        return commands;
    }

    /// <summary>The last part of a path, without control characters, of a length that every file system takes.</summary>
    private static string CleanName(string fileName)
    {
        string last = fileName.Split('/', '\\')[^1];
        string printable = string.Concat(last.Where(c => !char.IsControl(c))).Trim(' ', '.');
        string name = printable.Length == 0 ? "document" : printable;
        return name.Length <= LongestName ? name : name[..(LongestName - 20)] + Path.GetExtension(name)[..Math.Min(20, Path.GetExtension(name).Length)];
    }

    [GeneratedRegex(@"^[A-Za-z0-9!#$&^_.+-]{1,80}/[A-Za-z0-9!#$&^_.+-]{1,80}$")]
    private static partial Regex ContentTypePattern();
}
