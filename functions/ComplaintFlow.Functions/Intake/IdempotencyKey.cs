using System.Security.Cryptography;

namespace ComplaintFlow.Functions.Intake;

/// <summary>The key that a form carries, so that pressing the button twice opens one complaint.</summary>
public static class IdempotencyKey
{
    private const int Bytes = 16;

    public static string Fresh() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Bytes));
}
