namespace ComplaintFlow.Functions.Configuration.Reading;

/// <summary>Whether a list may be left out, or be empty.</summary>
internal enum Presence
{
    Optional,
    Required,
    AtLeastOne,
}
