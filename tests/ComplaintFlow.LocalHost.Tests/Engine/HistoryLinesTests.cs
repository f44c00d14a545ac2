using ComplaintFlow.LocalHost.Engine;
using CsCheck;

namespace ComplaintFlow.LocalHost.Tests.Engine;

public sealed class HistoryLinesTests
{
    private static readonly Gen<string?> Texts = Gen.OneOf(Gen.Const((string?)null), Gen.String[Gen.Char.AlphaNumeric, 0, 40].Select(text => (string?)text), Gen.Const((string?)"réclamation 😀"));

    private static readonly Gen<HistoryEvent> Lines = Gen.Select(
        Gen.Enum<HistoryKind>(), Gen.Int[-1, 100_000], Texts, Texts, Gen.Long[0, DateTime.MaxValue.Ticks], Texts,
        (kind, task, name, data, at, target) => new HistoryEvent(kind, task, name, data, at, target));

    [Fact]
    public void Lines_OfAnyTurns_ComeBackInOrder() => Lines.List[0, 20].List[0, 5].Sample(turns =>
    {
        List<HistoryEvent> read = [];
        foreach (List<HistoryEvent> turn in turns)
        {
            HistoryLines.Unpack(HistoryLines.Pack(turn), read);
        }

        Assert.Equal(turns.SelectMany(turn => turn), read);
    });

    [Fact]
    public void Line_CutOffAnywhere_IsRefused()
    {
        byte[] whole = HistoryLines.Pack([new HistoryEvent(HistoryKind.Activity, 3, "CarryOut", "{\"a\":1}", 638_000_000_000_000_000, "R26-7KQ4-M2ZD")]);
        for (int length = 1; length < whole.Length; length++)
        {
            Assert.Throws<InvalidDataException>(() => HistoryLines.Unpack(whole.AsSpan(0, length), []));
        }
    }
}
