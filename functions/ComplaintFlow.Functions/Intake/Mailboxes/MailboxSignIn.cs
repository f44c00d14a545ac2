namespace ComplaintFlow.Functions.Intake.Mailboxes;

/// <summary>How the program proves that it may read a mailbox.</summary>
public enum MailboxSignIn
{
    /// <summary>With a password.</summary>
    Password,

    /// <summary>With a token (XOAUTH2) that an application registered in Microsoft Entra gets for its secret.</summary>
    ClientSecret,

    /// <summary>With a token (XOAUTH2) that the program's own identity gets.</summary>
    Identity,
}
