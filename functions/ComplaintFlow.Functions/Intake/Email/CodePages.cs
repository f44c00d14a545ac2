using System.Runtime.CompilerServices;
using System.Text;

namespace ComplaintFlow.Functions.Intake.Email;

/// <summary>
/// The charsets of old mails. They are there before anything else of the program runs: the MIME parser remembers for good
/// which ones it did not find, even when it only wrote a mail.
/// </summary>
internal static class CodePages
{
    [ModuleInitializer]
    internal static void Register() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
}
