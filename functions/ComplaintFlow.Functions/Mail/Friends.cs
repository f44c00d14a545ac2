using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("ComplaintFlow.Mail.Tests")]
