using System.Text;
using ComplaintFlow.Functions.Intake.Email.Bodies;
using CsCheck;

namespace ComplaintFlow.Mail.Tests.Incoming;

public sealed class TextDecoderTests
{
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    private static readonly Gen<string> French = Gen.String[Gen.Char["abcdefgh éèàçùœ’«»€–ÉÀ\n"], 1, 200];

    /// <summary>Without the signs whose bytes could be the middle of a UTF-8 letter: there nobody can tell.</summary>
    private static readonly Gen<string> Letters = Gen.String[Gen.Char["abcdefgh éèàçùêô\n"], 1, 200];

    [Fact]
    public void Decode_Utf8UnderAnyWesternLabel_IsRead() => Gen.Select(French, Gen.OneOf<string?>(null, "utf-8", "iso-8859-1", "windows-1252", "us-ascii", "nonsense", "ISO-8859-15")).Sample((text, label) =>
        Assert.Equal(text, TextDecoder.Decode(Encoding.UTF8.GetBytes(text), label).Text));

    [Fact]
    public void Decode_Windows1252UnderAnyWesternLabel_IsRead() => Gen.Select(Letters, Gen.OneOf<string?>(null, "utf-8", "iso-8859-1", "us-ascii", "nonsense")).Sample((text, label) =>
        Assert.Equal(text, TextDecoder.Decode(Windows1252.GetBytes(text), label).Text));

    [Fact]
    public void Decode_AnyBytesAndLabel_GivesText() => Gen.Select(Gen.Byte.Array[0, 100], Gen.OneOf<string?>(null, "", "utf-7", "utf-16", "gb18030", "x-mac-roman", "iso-2022-jp", "🙂", new string('x', 1_000))).Sample((bytes, label) =>
        Assert.NotNull(TextDecoder.Decode(bytes, label).Text));

    [Fact]
    public void Mended_AnyFrench_IsLeftAlone() => French.Sample(text => Assert.Same(text, TextDecoder.Mended(text)));

    [Fact]
    public void Mended_Utf8TakenForWindows1252_IsSetRight() =>
        Assert.Equal("réclamation à régler", TextDecoder.Mended(Windows1252.GetString(Encoding.UTF8.GetBytes("réclamation à régler"))));
}
