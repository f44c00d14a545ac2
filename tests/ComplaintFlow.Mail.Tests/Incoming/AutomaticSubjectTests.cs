using System.Text;
using ComplaintFlow.Functions.Intake.Email.Verdicts;

namespace ComplaintFlow.Mail.Tests.Incoming;

public sealed class AutomaticSubjectTests
{
    [Theory]
    [InlineData("Réponse automatique : Votre réclamation")]
    [InlineData("Reponse automatique: x")]
    [InlineData("Automatic reply: Your complaint")]
    [InlineData("Absence du bureau")]
    [InlineData("Absence du bureau : x")]
    [InlineData("Message d'absence")]
    [InlineData("Notification d’absence automatique - x")]
    [InlineData("Absent jusqu'au 10 mars")]
    [InlineData("Je suis absente jusqu’au 10 mars")]
    [InlineData("Out of Office AutoReply: x")]
    [InlineData("Out of the office")]
    [InlineData("Congés annuels")]
    [InlineData("Auto-reply: x")]
    public void Subject_OfAVacationReply_IsKnown(string subject) => Assert.Equal(AutomaticKind.Vacation, KindOf(subject));

    [Theory]
    [InlineData("Absence de réponse à ma réclamation")]
    [InlineData("Réponse automatique scandaleuse de vos services")]
    [InlineData("RE: Réponse automatique : Votre réclamation")]
    [InlineData("Auto : contrat résilié à tort")]
    [InlineData("Assurance auto")]
    [InlineData("Automobile : sinistre")]
    [InlineData("Congés payés refusés par l’assurance")]
    [InlineData("Out of pocket expenses")]
    [InlineData("Absence de garantie pendant mes vacances")]
    public void Subject_OfAPerson_IsNot(string subject) => Assert.Null(KindOf(subject));

    private static AutomaticKind? KindOf(string subject) =>
        CorpusMail.Read(Encoding.UTF8.GetBytes($"From: marie@exemple.fr\r\nSubject: {subject}\r\n\r\nBonjour.\r\n")).Automatic?.Kind;
}
