using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("ComplaintFlow.Storage.Tests")]
[assembly: InternalsVisibleTo("ComplaintFlow.Scenarios")]
[assembly: InternalsVisibleTo("ComplaintFlow.Simulation")]
[assembly: InternalsVisibleTo("ComplaintFlow.Mailboxes")]
[assembly: InternalsVisibleTo("ComplaintFlow.Browser.Tests")]
