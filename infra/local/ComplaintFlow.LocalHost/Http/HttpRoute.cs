using ComplaintFlow.LocalHost.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace ComplaintFlow.LocalHost.Http;

/// <summary>The route and the methods of one HTTP function.</summary>
internal sealed class HttpRoute
{
    private readonly TemplateMatcher _template;
    private readonly IDictionary<string, IRouteConstraint> _constraints;
    private readonly HashSet<string>? _methods;
    private readonly ILogger _logger;

    /// <exception cref="RouteCreationException">The template or a constraint cannot be read.</exception>
    public HttpRoute(Function function, HttpTriggerAttribute trigger, string prefix, IInlineConstraintResolver constraints, ILogger logger)
    {
        Function = function;
        _logger = logger;
        _methods = trigger.Methods is { Length: > 0 } methods ? new HashSet<string>(methods, StringComparer.OrdinalIgnoreCase) : null;
        RouteTemplate template = TemplateParser.Parse($"{prefix}/{trigger.Route ?? function.Name}".Trim('/'));
        RouteConstraintBuilder builder = new(constraints, function.Name);
        RouteValueDictionary defaults = [];
        foreach (TemplatePart parameter in template.Parameters)
        {
            if (parameter.DefaultValue is { } value)
            {
                defaults.Add(parameter.Name!, value);
            }

            if (parameter.IsOptional)
            {
                builder.SetOptional(parameter.Name!);
            }

            foreach (InlineConstraint constraint in parameter.InlineConstraints)
            {
                builder.AddResolvedConstraint(parameter.Name!, constraint.Constraint);
            }
        }

        _template = new TemplateMatcher(template, defaults);
        _constraints = builder.Build();
    }

    public Function Function { get; }

    /// <summary>The route values of a request that belongs to the function; null when it does not.</summary>
    public RouteValueDictionary? Match(HttpContext http)
    {
        if (_methods?.Contains(http.Request.Method) == false)
        {
            return null;
        }

        RouteValueDictionary values = [];
        return _template.TryMatch(http.Request.Path, values)
            && RouteConstraintMatcher.Match(_constraints, values, http, new RouteCollection(), RouteDirection.IncomingRequest, _logger)
            ? values
            : null;
    }
}
