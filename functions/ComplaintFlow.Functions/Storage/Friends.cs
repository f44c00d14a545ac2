using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("ComplaintFlow.Storage.Tests")]
