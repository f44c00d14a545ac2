namespace ComplaintFlow.Functions.Storage;

/// <summary>Text as it can travel in UTF-8.</summary>
internal static class UnicodeText
{
    /// <summary>True when a surrogate stands without its other half, which UTF-8 cannot carry.</summary>
    public static bool HasLoneSurrogate(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
            {
                continue;
            }

            if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1]))
            {
                return true;
            }

            i++;
        }

        return false;
    }
}
