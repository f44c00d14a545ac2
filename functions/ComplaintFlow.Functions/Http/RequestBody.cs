using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace ComplaintFlow.Functions.Http;

/// <summary>A file that came with a request, decoded.</summary>
public sealed record UploadedFile(string FileName, string ContentType, ReadOnlyMemory<byte> Content);

/// <summary>What a request body says, whether JSON, a url-encoded or a multipart form.</summary>
/// <param name="IsForm">A browser's form: it gets a redirection instead of JSON.</param>
public sealed record RequestBody(bool IsForm, Dictionary<string, string> Values, IList<UploadedFile> Files)
{
    /// <summary>
    /// The longest value of a form, percent-encoded: above what the longest text takes in emoji (12 bytes each), so that
    /// a text too long is named as such. The bound on the whole body stands in <see cref="BodyLimits"/>.
    /// </summary>
    private const int LongestValue = 1_000_000;

    /// <summary>Reads the body, or adds what is wrong with it to <paramref name="errors"/>.</summary>
    /// <returns>The body; null with status 415 for a type that is neither JSON nor a form, 400 for one that cannot be read.</returns>
    public static async Task<(RequestBody? Body, int Status)> ReadAsync(HttpRequest request, FieldErrors errors, CancellationToken cancellationToken)
    {
        if (request.HasFormContentType)
        {
            return await ReadFormAsync(request, errors, cancellationToken);
        }

        if (request.HasJsonContentType())
        {
            return await ReadJsonAsync(request, errors, cancellationToken);
        }

        bool isEmpty = request.ContentLength is 0 or null && string.IsNullOrEmpty(request.ContentType);
        return isEmpty ? (new RequestBody(false, [], []), StatusCodes.Status200OK) : (null, StatusCodes.Status415UnsupportedMediaType);
    }

    private static async Task<(RequestBody?, int)> ReadFormAsync(HttpRequest request, FieldErrors errors, CancellationToken cancellationToken)
    {
        try
        {
            IFormCollection form = await request.ReadFormAsync(
                new Microsoft.AspNetCore.Http.Features.FormOptions
                {
                    ValueLengthLimit = LongestValue,
                    MultipartBodyLengthLimit = BodyLimits.Body,
                    BufferBodyLengthLimit = BodyLimits.Body,
                },
                cancellationToken);
            List<UploadedFile> files = [];
            foreach (IFormFile file in form.Files)
            {
                // A browser sends an empty part for a file field that was left empty.
                if (file.Length > 0 || file.FileName.Length > 0)
                {
                    using MemoryStream content = new();
                    await file.CopyToAsync(content, cancellationToken);
                    files.Add(new UploadedFile(file.FileName, file.ContentType ?? "application/octet-stream", content.ToArray()));
                }
            }

            return (new RequestBody(true, form.ToDictionary(pair => pair.Key, pair => pair.Value.ToString(), StringComparer.Ordinal), files), StatusCodes.Status200OK);
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException && !RequestGuard.IsTooLarge(exception))
        {
            // A boundary that is missing, a part that is cut off, too many fields.
            errors.Add(
                "",
                "Le formulaire ne peut pas être lu : il est incomplet, a trop de champs ou contient des caractères impossibles.",
                "The form cannot be read: it is cut off, has too many fields or contains impossible characters.");
            return (null, StatusCodes.Status400BadRequest);
        }
    }

    private static async Task<(RequestBody?, int)> ReadJsonAsync(HttpRequest request, FieldErrors errors, CancellationToken cancellationToken)
    {
        try
        {
            using JsonDocument document = await JsonDocument.ParseAsync(request.Body, cancellationToken: cancellationToken);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                errors.Add("body", "Le corps de la requête doit être un objet JSON.", "The request body must be a JSON object.");
                return (null, StatusCodes.Status400BadRequest);
            }

            RequestBody body = new(false, new Dictionary<string, string>(StringComparer.Ordinal), []);
            JsonFields.Flatten(document.RootElement, "", body, errors);
            return (body, StatusCodes.Status200OK);
        }
        catch (JsonException exception)
        {
            long line = (exception.LineNumber ?? 0) + 1;
            long column = (exception.BytePositionInLine ?? 0) + 1;
            errors.Add("body", $"Le JSON est mal formé, ligne {line}, colonne {column}.", $"The JSON is malformed, line {line}, column {column}.");
            return (null, StatusCodes.Status400BadRequest);
        }
    }
}
