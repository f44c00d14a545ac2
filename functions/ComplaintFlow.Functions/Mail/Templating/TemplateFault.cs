namespace ComplaintFlow.Functions.Mail.Templating;

/// <summary>What is wrong with a template.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1, in characters.</param>
internal sealed record TemplateFault(string Path, int Line, int Column, string Message)
{
    public static TemplateFault At(string path, string source, int offset, string message)
    {
        ReadOnlySpan<char> before = source.AsSpan(0, Math.Clamp(offset, 0, source.Length));
        return new TemplateFault(path, before.Count('\n') + 1, before.Length - (before.LastIndexOf('\n') + 1) + 1, message);
    }

    public override string ToString() => $"{Path}:{Line}:{Column}: {Message}.";
}
