using ComplaintFlow.Domain.Procedure;

namespace ComplaintFlow.Functions.Mail.Documents;

/// <summary>
/// A text to a person, in blocks, in one language: the one source of the plain text and the HTML of a mail, and of a
/// printed letter. It knows nothing of how it travels.
/// </summary>
/// <param name="Language">The language of all of it.</param>
/// <param name="Title">In one line; a mail's subject.</param>
/// <param name="Blocks">In reading order.</param>
public sealed record Document(Language Language, string Title, IReadOnlyList<Block> Blocks);
