using ComplaintFlow.Functions.Intake.Email.Files;

namespace ComplaintFlow.Mail.Tests.Incoming;

public sealed class FileSignaturesTests
{
    [Theory]
    [InlineData("255044462D312E37", "application/pdf")]
    [InlineData("0D0A20255044462D312E37", "application/pdf")]
    [InlineData("89504E470D0A1A0A00", "image/png")]
    [InlineData("FFD8FFE1", "image/jpeg")]
    [InlineData("474946383961", "image/gif")]
    [InlineData("52494646000000005745425056503820", "image/webp")]
    [InlineData("000000186674797068656963000000006D696631", "image/heic")]
    [InlineData("00000018667479704D34412000000000", "audio/mp4")]
    [InlineData("D0CF11E0A1B11AE1", "application/x-ole-storage")]
    [InlineData("504B03040A000000", "application/zip")]
    [InlineData("7B5C72746631", "application/rtf")]
    [InlineData("2321414D520A", "audio/amr")]
    [InlineData("424DF6000000000000003600000028000000", "image/bmp")]
    [InlineData("426F6E6A6F7572", "text/plain")]
    [InlineData("3C21444F43545950452068746D6C3E", "text/html")]
    [InlineData("00010203", "application/octet-stream")]
    [InlineData("", "application/octet-stream")]
    public void Of_TheFirstBytes_TellTheType(string head, string type) => Assert.Equal(type, FileSignatures.Of(Convert.FromHexString(head)).ContentType);

    [Theory]
    [InlineData("4D5A9000")]
    [InlineData("7F454C46")]
    [InlineData("2321")]
    [InlineData("4C0000000114020000")]
    public void Of_Programs_SaysSo(string head) => Assert.True(FileSignatures.Of(Convert.FromHexString(head)).IsProgram);

    [Theory]
    [InlineData("[Content_Types].xml", "word/document.xml", "application/vnd.openxmlformats-officedocument.wordprocessingml.document")]
    [InlineData("[Content_Types].xml", "xl/workbook.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")]
    [InlineData("META-INF/MANIFEST.MF", "A.class", "application/java-archive")]
    [InlineData("photo.jpg", "notes.txt", "application/zip")]
    public void Of_WhatIsInAZip_IsKnownByItsNames(string first, string second, string type)
    {
        using MemoryStream zip = new();
        using (System.IO.Compression.ZipArchive archive = new(zip, System.IO.Compression.ZipArchiveMode.Create, leaveOpen: true))
        {
            archive.CreateEntry(first);
            archive.CreateEntry(second);
        }

        Assert.Equal(type, FileSignatures.Of(zip.ToArray()).ContentType);
    }
}
