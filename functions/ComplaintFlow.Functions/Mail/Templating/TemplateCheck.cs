namespace ComplaintFlow.Functions.Mail.Templating;

/// <summary>
/// Checks templates before any mail is written: every name in every branch, and what each kind of mail must say on every
/// way through its conditions.
/// </summary>
internal static class TemplateCheck
{
    /// <summary>
    /// Every fault of <paramref name="templates"/>, in the order of kinds. A fault of a default template that comes from a
    /// part of the firm is told of that part.
    /// </summary>
    public static IEnumerable<TemplateFault> All(MailTemplates templates)
    {
        List<TemplateFault> faults = [];
        foreach (TemplateName name in TemplateKinds.All.SelectMany(kind => kind.Files))
        {
            Template template = templates.Find(name);
            faults.AddRange(template.Faults);
            faults.AddRange(OwnFaults(template));
        }

        HashSet<TemplateFault> known = [.. faults];
        foreach (TemplateName name in TemplateKinds.All.Where(kind => !kind.IsPart || kind.Variables != Variables.None).SelectMany(kind => kind.Files))
        {
            Template template = templates.Find(name);
            if (template.Faults.Count == 0)
            {
                faults.AddRange(new TemplateWalk(templates, template).Faults().Where(known.Add));
            }
        }

        return faults;
    }

    /// <summary>What a look at the text alone shows.</summary>
    private static IEnumerable<TemplateFault> OwnFaults(Template template)
    {
        TemplateKind kind = TemplateKinds.Of(template.Name);
        foreach (string address in kind.IsForStaff ? ["://", "www."] : Array.Empty<string>())
        {
            int at = template.Source.IndexOf(address, StringComparison.OrdinalIgnoreCase);
            if (at >= 0)
            {
                yield return template.FaultAt(at, "un message interne ne porte qu’un lien, le sien : pas d’adresse de site ici");
            }
        }

        foreach (int at in FactRows.WithoutColon(template.Source))
        {
            yield return template.FaultAt(at, "une ligne de « facts » s’écrit « Libellé : valeur »");
        }
    }
}
