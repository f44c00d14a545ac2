namespace ComplaintFlow.Functions.Mail.Templating;

/// <summary>What a variable of a template holds, and with it where it may stand.</summary>
internal enum VariableKind
{
    /// <summary>The firm's words or a date in words: <c>{{ }}</c>. French print's spaces are put into them.</summary>
    Words,

    /// <summary>What a person typed: <c>{{ }}</c> in one line, or whole in a quotation. Never touched, never a live link.</summary>
    Typed,

    /// <summary>True or false: in a condition.</summary>
    Flag,

    /// <summary>A whole number: <c>{{ }}</c>, a condition, the filter <c>count</c>.</summary>
    Number,

    /// <summary>One of a few names: in a condition or a <c>case</c>.</summary>
    Choice,

    /// <summary>An absolute address: in the tag <c>link</c>.</summary>
    Link,

    /// <summary>The firm's way to level 2 or to the mediator: in the tag of its name only.</summary>
    Way,

    /// <summary>The model of a letter to the client: in the tag of its name only.</summary>
    Letter,

    /// <summary>Several, each with variables of its own: in <c>for</c>.</summary>
    List,
}
