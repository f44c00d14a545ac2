using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace ComplaintFlow.LocalHost.Tests.Api;

/// <summary>Members as text: what callers compile against, without nullability and without how it is overridden.</summary>
internal static class Signature
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>The members that code outside the assembly can use, in ordinal order; those that the compiler adds are left out.</summary>
    public static IEnumerable<string> MembersOf(Type type)
    {
        if (type.IsSubclassOf(typeof(Delegate)))
        {
            return [Method(type.GetMethod("Invoke")!)];
        }

        if (type.IsEnum)
        {
            return Enum.GetNames(type).Select(name => $"{name} = {Convert.ToInt32(Enum.Parse(type, name), CultureInfo.InvariantCulture)}");
        }

        IEnumerable<string> constructors = type.GetConstructors(Declared).Where(IsVisible).Where(IsWritten)
            .Where(ctor => ctor.GetParameters() is not [{ Name: "original" }]).Select(ctor => $"ctor({Parameters(ctor)})");
        IEnumerable<string> properties = type.GetProperties(Declared)
            .Where(property => property.GetMethod is { } get ? IsVisible(get) && IsWritten(get) : property.SetMethod is { } set && IsVisible(set))
            .Where(property => property.Name != "EqualityContract").Select(Property);
        IEnumerable<string> methods = type.GetMethods(Declared)
            .Where(IsVisible)
            .Where(method => !method.IsSpecialName || method.Name.StartsWith("op_Implicit", StringComparison.Ordinal))
            .Where(method => method.GetBaseDefinition().DeclaringType != typeof(object) && IsWritten(method))
            .Where(method => method.Name is not ("Equals" or "PrintMembers" or "<Clone>$" or "Deconstruct"))
            .Select(Method);
        return constructors.Concat(properties).Concat(methods).Order(StringComparer.Ordinal);
    }

    /// <summary>The base that callers can tell: what an exception is caught as, what an attribute or a record is.</summary>
    public static string BaseOf(Type type) => type is { IsClass: true, BaseType: { } parent } && parent != typeof(object) && parent != typeof(MulticastDelegate)
        ? $" : {parent.Name}"
        : string.Empty;

    private static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static bool IsWritten(MethodBase method) =>
        !method.IsDefined(typeof(CompilerGeneratedAttribute)) || method.IsSpecialName;

    private static string Property(PropertyInfo property)
    {
        string get = property.GetMethod is null ? string.Empty : " get;";
        return $"{Name(property.PropertyType)} {property.Name} {{{get}{Setter(property.SetMethod)} }}";
    }

    private static string Setter(MethodInfo? set)
    {
        if (set is null || !IsVisible(set))
        {
            return string.Empty;
        }

        return set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) ? " init;" : " set;";
    }

    private static string Method(MethodInfo method)
    {
        string generic = method.IsGenericMethod ? $"<{string.Join(",", method.GetGenericArguments().Select(Name))}>" : string.Empty;
        return $"{(method.IsStatic ? "static " : string.Empty)}{Name(method.ReturnType)} {method.Name}{generic}({Parameters(method)})";
    }

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(parameter =>
        $"{Name(parameter.ParameterType)} {parameter.Name}{(parameter.HasDefaultValue ? $" = {Default(parameter)}" : string.Empty)}"));

    private static string Default(ParameterInfo parameter) => parameter.DefaultValue switch
    {
        null => parameter.ParameterType.IsValueType ? "default" : "null",
        bool value => value ? "true" : "false",
        var value => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static string Name(Type type)
    {
        if (type.IsArray)
        {
            return Name(type.GetElementType()!) + "[]";
        }

        if (Nullable.GetUnderlyingType(type) is { } value)
        {
            return Name(value) + "?";
        }

        return type.IsGenericType
            ? $"{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>"
            : Keyword(type);
    }

    private static string Keyword(Type type) => type.FullName switch
    {
        "System.String" => "string",
        "System.Object" => "object",
        "System.Boolean" => "bool",
        "System.Int32" => "int",
        "System.Double" => "double",
        "System.Void" => "void",
        _ => type.Name,
    };
}
