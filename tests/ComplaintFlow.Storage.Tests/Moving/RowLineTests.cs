using System.Text;
using ComplaintFlow.Functions.Moving;
using ComplaintFlow.Functions.Storage;
using CsCheck;

namespace ComplaintFlow.Storage.Tests.Moving;

public sealed class RowLineTests
{
    [Fact]
    public void Read_OfAnyRow_IsTheRow() => Samples.AnyRow.Sample(properties => AssertRoundTrip(properties), iter: 2_000);

    [Fact]
    public void Read_OfExtremeValues_IsTheRow() => AssertRoundTrip(Samples.Extremes);

    [Theory]
    [MemberData(nameof(Samples.Texts), MemberType = typeof(Samples))]
    public void Read_OfAnyText_IsTheText(string text) => AssertRoundTrip(new Dictionary<string, object> { ["text"] = text });

    [Fact]
    public void Of_PropertiesInAnotherOrder_IsTheSameLine()
    {
        TableRow row = new("p", "r", Samples.Extremes);
        TableRow other = new("p", "r", Samples.Extremes.Reverse().ToDictionary(), "etag");
        Assert.True(RowLine.Of(row).Span.SequenceEqual(RowLine.Of(other).Span));
    }

    [Theory]
    [InlineData("""{"partition":"p","row":"r"}""")]
    [InlineData("""{"partition":"p","properties":{}}""")]
    [InlineData("""{"partition":"p","row":"r","properties":{"a@guid":"x"}}""")]
    [InlineData("""{"partition":"p","row":"r","properties":{"a":null}}""")]
    [InlineData("""{"partition":"p","row":"r","properties":{"a":3000000000}}""")]
    [InlineData("""{"partition":"p","row":"r","properties":{}""")]
    [InlineData("")]
    public void Read_AnythingElse_Throws(string line) => Assert.ThrowsAny<Exception>(() => RowLine.Read(line));

    private static void AssertRoundTrip(IReadOnlyDictionary<string, object> properties)
    {
        string line = Encoding.UTF8.GetString(RowLine.Of(new TableRow("p é", "r", properties)).Span);
        Assert.DoesNotContain('\n', line);
        Assert.DoesNotContain('\r', line);
        TableRow row = RowLine.Read(line);
        Assert.Equal(("p é", "r", null), (row.Partition, row.Row, row.ETag));
        Samples.AssertSame(properties, row.Properties);
    }
}
