using System.Globalization;
using System.Text;

namespace ComplaintFlow.Benchmarks.Reporting;

/// <summary>The figures as a Markdown table.</summary>
internal static class Table
{
    public static string Of(Machine machine, IReadOnlyList<Figure> figures)
    {
        StringBuilder text = new();
        text.AppendLine(machine.ToString()).AppendLine();
        text.AppendLine("| measure | median | least – most | target | reached | what bounds it |");
        text.AppendLine("|---|---:|---:|---:|---|---|");
        foreach (Figure figure in figures)
        {
            string reached = figure.IsReached switch { true => "yes", false => "**no**", null => "" };
            text.AppendLine(CultureInfo.InvariantCulture,
                $"| {figure.Name} | {Number(figure.Middle)} {figure.Unit} | {Number(figure.Least)} – {Number(figure.Most)} | {figure.Target} | {reached} | {figure.Bound} |");
        }

        return text.ToString().TrimEnd();
    }

    private static string Number(double value) => value.ToString(value < 10 ? "0.00" : value < 100 ? "0.0" : "#,0", CultureInfo.InvariantCulture);
}
