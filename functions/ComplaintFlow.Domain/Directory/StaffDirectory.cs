#pragma warning disable CA1822
namespace ComplaintFlow.Domain.Directory;
public enum StaffRole { Handler, Manager, Director }
public sealed record Absence(DateOnly From, DateOnly To);
public sealed record StaffMember { public required string Email {get;init;} public required string Name{get;init;} public required IReadOnlyList<StaffRole> Roles{get;init;} public string? Deputy{get;init;} public IReadOnlyList<Absence> Absences{get;init;}=[]; public bool Has(StaffRole r)=>Roles.Contains(r); public bool IsAbsentOn(DateOnly d)=>false; }
public sealed record ClientEntry { public required string ClientNumber{get;init;} public string? Email{get;init;} public required string Handler{get;init;} }
public sealed record StaffDirectory { public required string DefaultHandler{get;init;} public required IReadOnlyList<StaffMember> Staff{get;init;} public IReadOnlyList<ClientEntry> Clients{get;init;}=[]; public StaffMember? Find(string e)=>null; public StaffMember? PresentFor(string e, DateOnly on)=>null; public StaffMember? With(StaffRole r, DateOnly on, string? except=null)=>null; public string UsualContact(string? c, string? e, DateOnly on)=>""; }
