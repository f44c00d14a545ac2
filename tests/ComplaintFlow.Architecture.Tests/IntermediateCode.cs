using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace ComplaintFlow.Architecture.Tests;

/// <summary>What a compiled assembly uses and says, whatever its source looks like.</summary>
internal static class IntermediateCode
{
    /// <summary>Members of other assemblies that the code refers to, as <c>Namespace.Type.Member</c>.</summary>
    public static IReadOnlyList<string> MembersUsed(Assembly assembly) => Read(assembly, metadata =>
    [
        .. metadata.MemberReferences.Select(metadata.GetMemberReference)
            .Where(member => member.Parent.Kind == HandleKind.TypeReference)
            .Select(member => $"{Name(metadata, (TypeReferenceHandle)member.Parent)}.{metadata.GetString(member.Name)}"),
    ]);

    /// <summary>The literals of the code.</summary>
    public static IReadOnlyList<string> Literals(Assembly assembly) => Read(assembly, metadata =>
    {
        ImmutableArray<string>.Builder literals = ImmutableArray.CreateBuilder<string>();
        for (UserStringHandle handle = MetadataTokens.UserStringHandle(0); ;)
        {
            handle = metadata.GetNextHandle(handle);
            if (handle.IsNil)
            {
                return literals.ToImmutable();
            }

            literals.Add(metadata.GetUserString(handle));
        }
    });

    private static string Name(MetadataReader metadata, TypeReferenceHandle handle)
    {
        TypeReference type = metadata.GetTypeReference(handle);
        string outer = type.ResolutionScope.Kind == HandleKind.TypeReference
            ? Name(metadata, (TypeReferenceHandle)type.ResolutionScope)
            : metadata.GetString(type.Namespace);
        return $"{outer}.{metadata.GetString(type.Name)}";
    }

    private static IReadOnlyList<string> Read(Assembly assembly, Func<MetadataReader, IReadOnlyList<string>> read)
    {
        using PEReader file = new(File.OpenRead(assembly.Location));
        return read(file.GetMetadataReader());
    }
}
