namespace ComplaintFlow.Functions.Pages;

/// <summary>The letters that the firm prints; the wire names are those of <c>?letter=</c>.</summary>
public enum LetterKind
{
    Answer,
    Acknowledgement,
    MediatorInformation,
}
