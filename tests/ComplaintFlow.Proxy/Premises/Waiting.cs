namespace ComplaintFlow.Proxy.Premises;

/// <summary>Waits for another process, at most a minute.</summary>
internal static class Waiting
{
    public static async Task ForAsync(Func<Task<bool>> condition, Func<string> otherwise)
    {
        using CancellationTokenSource patience = new(TimeSpan.FromMinutes(1));
        while (!await HoldsAsync(condition))
        {
            if (patience.IsCancellationRequested)
            {
                Assert.Fail(otherwise());
            }

            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
        }
    }

    private static async Task<bool> HoldsAsync(Func<Task<bool>> condition)
    {
        try
        {
            return await condition();
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or System.Net.Sockets.SocketException)
        {
            // Not listening yet.
            return false;
        }
    }
}
