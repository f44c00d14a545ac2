using MimeKit;
using MimeKit.Tnef;

namespace ComplaintFlow.Functions.Intake.Email.Files;

/// <summary>winmail.dat, Outlook's own envelope (MS-OXTNEF).</summary>
internal static class Tnef
{
    /// <summary>The parts inside; null when the bytes are broken or there is nothing in them.</summary>
    public static MimeEntity? Unpack(TnefPart tnef)
    {
        try
        {
            return tnef.ConvertToMessage().Body is { } body && body is not Multipart { Count: 0 } ? body : null;
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            // The format was never meant for strangers; what cannot be read is kept as it is.
            return null;
        }
    }
}
