using ComplaintFlow.Domain.Complaints;

namespace ComplaintFlow.Functions.Pages;

/// <summary>One complaint on the desk. Subject and client are null once erased.</summary>
public sealed record DeskLine(string Reference, string? Subject, string? Client, Complaint Complaint);
