namespace ComplaintFlow.Functions.Mail.Templating;

/// <summary>What every mail of a kind must say, whatever its conditions.</summary>
/// <param name="Written">As it stands in a template: <c>{% mediator %}</c>, <c>{{ respond_by }}</c>.</param>
/// <param name="Why">In French, as in « il manque …, … ».</param>
/// <param name="IsOnce">Whether more than once is a fault too.</param>
internal sealed record Need(string Written, string Why, bool IsOnce = false)
{
    public static Need Link(string variable) => new(Tagged(MailTags.Link, variable), "le seul lien du message", IsOnce: true);

    public static Need Tag(string tag, string why) => new(Tagged(tag, tag), why);

    public static Need Tag(string tag, string variable, string why, bool isOnce = false) => new(Tagged(tag, variable), why, isOnce);

    public static Need Value(string variable, string why) => new(Output(variable), why);

    /// <summary>A tag and the variable it is about; a tag that is named after its variable stands alone.</summary>
    public static string Tagged(string tag, string variable) => tag == variable ? $"{{% {tag} %}}" : $"{{% {tag} {variable} %}}";

    public static string Output(string variable) => $"{{{{ {variable} }}}}";
}
