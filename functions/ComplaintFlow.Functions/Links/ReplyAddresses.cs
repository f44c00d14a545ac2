using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Domain.Procedure;
using ComplaintFlow.Functions.Configuration;

namespace ComplaintFlow.Functions.Links;

/// <summary>Where replies of clients go: the complaints alias, with the complaint's tag where the firm's mail server takes such addresses.</summary>
public sealed class ReplyAddresses(ReplyTags tags, AppSettings settings)
{
    /// <summary>Of a local part (RFC 5321, 4.5.3.1.1).</summary>
    private const int LongestLocalPart = 64;

    public string Of(Firm firm, Reference reference)
    {
        string alias = firm.ComplaintsEmailAlias;
        int at = alias.LastIndexOf('@');
        string tagged = $"{alias[..at]}+{tags.Of(reference)}";

        // An alias that has a tag already is somebody's filter: a second one could get past it.
        return settings.Mail.AddsReplyTags && tagged.Length <= LongestLocalPart && !alias[..at].Contains('+', StringComparison.Ordinal) ? tagged + alias[at..] : alias;
    }
}
