using ComplaintFlow.Domain.Directory;
using ComplaintFlow.Functions.Configuration;

namespace ComplaintFlow.Configuration.Tests;

public sealed class ClientListTests
{
    [Theory]
    [InlineData("clientNumber,email,handler\nC-1,a@b.fr,h@c.fr\nC-2,,h@c.fr\n")]
    [InlineData("handler;clientNumber;email\r\nh@c.fr;C-1;\"a@b.fr\"\r\nh@c.fr;C-2;\r\n")]
    [InlineData("email\thandler\tclientNumber\na@b.fr\th@c.fr\tC-1\n\th@c.fr\tC-2")]
    public void List_AsSpreadsheetsExportIt_IsRead(string csv)
    {
        (IReadOnlyList<ClientEntry> clients, IReadOnlyList<string> faults) = ClientList.Parse(csv);

        Assert.Empty(faults);
        Assert.Equal(
            [
                new ClientEntry { ClientNumber = "C-1", Email = "a@b.fr", Handler = "h@c.fr" },
                new ClientEntry { ClientNumber = "C-2", Email = null, Handler = "h@c.fr" },
            ],
            clients);
    }

    [Theory]
    [InlineData("", "line 1: the header must name clientNumber, email, handler")]
    [InlineData("number,handler\nC-1,h@c.fr", "line 1: the header must name clientNumber, email, handler")]
    [InlineData("clientNumber,email,handler\nC-1,a@b.fr,h@c.fr\n,a@b.fr,h@c.fr", "line 3: clientNumber and handler are required")]
    public void List_ThatIsWrong_NamesTheLine(string csv, string fault) => Assert.Equal([fault], ClientList.Parse(csv).Faults);
}
