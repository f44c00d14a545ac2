using ComplaintFlow.Functions.Intake.Email.Bodies;
using CsCheck;

namespace ComplaintFlow.Mail.Tests.Incoming;

public sealed class ReplyPartsTests
{
    private static readonly Gen<string> Line = Gen.OneOf(
        Gen.OneOf<string>(
            "", "Bonjour,", "> cité", ">> deux fois", "-- ", "--", "Envoyé de mon iPhone", "Le 2 mars 2026 à 08:30, X <x@exemple.fr> a écrit :", "Le 2 mars",
            "a écrit :", "-----Message d'origine-----", "De : X", "Envoyé : hier", "À : moi", "Objet : rien", "________________________________", "Cordialement", "On Monday 2, Y wrote:"),
        Gen.String[Gen.Char["abc >-:é12"], 0, 30]);

    [Fact]
    public void Split_AnyLines_LosesNone() => Line.Array[0, 30].Sample(lines =>
    {
        ReplyParts parts = ReplyParts.Split(string.Join('\n', lines));

        IEnumerable<string> found = new[] { parts.Words, parts.Quoted, parts.Signature }.SelectMany(text => text.Split('\n'));
        Assert.Equal(Said(lines), Said(found));
    });

    [Fact]
    public void Split_WithAQuotation_NeverLeavesTheWordsEmpty() => Line.Array[0, 30].Sample(lines =>
    {
        ReplyParts parts = ReplyParts.Split(string.Join('\n', lines));

        Assert.False(parts.Words.Length == 0 && parts.Quoted.Length > 0);
    });

    [Theory]
    [InlineData("Le lundi 2 mars 2026, Jean Dupont <jean@exemple.fr> a écrit :")]
    [InlineData("Le lun. 2 mars 2026 à 08:30, Jean Dupont <\njean@exemple.fr> a écrit :")]
    [InlineData("Le 02/03/2026 à 08:30, Jean Dupont a écrit :")]
    [InlineData("Le 2 mars 2026 à 08:30:12 UTC+1, Jean a écrit\u00A0:")]
    [InlineData("On Mon, Mar 2, 2026 at 8:30 AM Jean <jean@exemple.fr> wrote:")]
    [InlineData("On 2 Mar 2026, at 08:30, Jean wrote:")]
    [InlineData("2026-03-02 8:30 GMT+01:00 Jean <jean@exemple.fr>:")]
    [InlineData("Jean Dupont <jean@exemple.fr> a écrit :")]
    [InlineData("Am 02.03.2026 um 08:30 schrieb Jean:")]
    [InlineData("-----Message d’origine-----")]
    [InlineData("----- Original Message -----")]
    [InlineData("-------- Message transféré --------")]
    [InlineData("Début du message transféré :")]
    [InlineData("De : Jean\nEnvoyé : lundi 2 mars 2026 08:30\nÀ : Marie\nObjet : Contrat")]
    [InlineData("From: Jean\nSent: Monday, March 2, 2026 8:30 AM\nTo: Marie\nSubject: Contract")]
    [InlineData("*De :* Jean\n*Envoyé :* lundi\n*À :* Marie\n*Objet :* Contrat")]
    public void Split_TheBeginningsOfKnownPrograms_AreHistory(string beginning)
    {
        ReplyParts parts = ReplyParts.Split($"Je refuse.\n\n{beginning}\n\nAncien texte.");

        Assert.Equal("Je refuse.", parts.Words.Trim());
        Assert.Equal($"{beginning}\n\nAncien texte.", parts.Quoted);
    }

    [Theory]
    [InlineData("Le contrat que j’ai signé ne dit pas cela.")]
    [InlineData("Le 2 mars, mon conseiller a écrit que tout allait bien.")]
    [InlineData("De : rien, je vous en prie.")]
    [InlineData("Objet : ma réclamation")]
    [InlineData("On 2 March I was told: wait.")]
    [InlineData("Envoyé par la poste le 2 mars.")]
    [InlineData("----------")]
    public void Split_WordsThatLookLikeIt_StayWords(string line)
    {
        ReplyParts parts = ReplyParts.Split($"Bonjour,\n{line}\nCordialement,\nMarie");

        Assert.Equal($"Bonjour,\n{line}\nCordialement,\nMarie", parts.Words);
    }

    private static string[] Said(IEnumerable<string> lines) => [.. lines.Where(line => !string.IsNullOrWhiteSpace(line)).Order(StringComparer.Ordinal)];
}
