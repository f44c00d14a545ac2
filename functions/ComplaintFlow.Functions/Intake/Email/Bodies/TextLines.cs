using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace ComplaintFlow.Functions.Intake.Email.Bodies;

/// <summary>Lines that grow from left to right as the blocks of a page open and close.</summary>
internal sealed partial class TextLines
{
    private const int DeepestQuote = 10;
    private const int DeepestList = 20;

    private readonly StringBuilder _text = new();
    private readonly List<int> _lists = [];
    private int _quote;
    private int _preformatted;
    private bool _isLineStart = true;
    private bool _wantsSpace;
    private bool _wantsCell;
    private bool _wantsBlank;
    private string _mark = "";

    /// <summary>Where the text stands; for <see cref="Since"/>.</summary>
    public int Length => _text.Length;

    public string Since(int start) => _text.ToString(Math.Min(start, _text.Length), Math.Max(0, _text.Length - start));

    /// <summary>Text between tags: runs of blanks are one space, outside of preformatted text.</summary>
    public void Write(string data)
    {
        foreach (char c in data)
        {
            if (_preformatted > 0 && c == '\n')
            {
                Break();
            }
            else if (_preformatted == 0 && c is ' ' or '\t' or '\n' or '\r' or '\f')
            {
                _wantsSpace = true;
            }
            else if (c != '\r')
            {
                Put(c);
            }
        }
    }

    /// <summary>A line break that stands even on an empty line.</summary>
    public void Break()
    {
        if (_isLineStart && _mark.Length == 0)
        {
            Prefix();
        }

        End();
    }

    /// <summary>What follows begins a line.</summary>
    public void Line()
    {
        if (!_isLineStart)
        {
            End();
        }

        _wantsSpace = false;
        _wantsCell = false;
    }

    /// <summary>What follows begins a line after an empty one.</summary>
    public void Paragraph()
    {
        Line();
        _wantsBlank = _text.Length > 0;
    }

    public void Rule()
    {
        Line();
        Write("________________________________");
        Line();
    }

    public void Quote(bool isEnd)
    {
        Line();
        _quote = Math.Clamp(_quote + (isEnd ? -1 : 1), 0, DeepestQuote);
    }

    public void List(bool isNumbered, bool isEnd)
    {
        Line();
        if (isEnd && _lists.Count > 0)
        {
            _lists.RemoveAt(_lists.Count - 1);
        }
        else if (!isEnd && _lists.Count < DeepestList)
        {
            _lists.Add(isNumbered ? 1 : 0);
        }
    }

    public void Item()
    {
        Line();
        int number = _lists.Count > 0 ? _lists[^1] : 0;
        _mark = new string(' ', 2 * Math.Max(0, _lists.Count - 1)) + (number > 0 ? string.Create(CultureInfo.InvariantCulture, $"{number}. ") : "- ");
        if (number > 0)
        {
            _lists[^1]++;
        }
    }

    /// <summary>The next cell of a row; on one line as long as its content is.</summary>
    public void Cell() => _wantsCell = !_isLineStart;

    public void Preformatted(bool isEnd)
    {
        Line();
        _preformatted = isEnd ? Math.Max(0, _preformatted - 1) : _preformatted + 1;
    }

    public override string ToString() => EmptyLines().Replace(PlainCharacters.Lines(_text.ToString()), "\n\n").Trim('\n');

    private void Put(char c)
    {
        if (_isLineStart)
        {
            if (_wantsBlank)
            {
                Prefix();
                _text.Append('\n');
            }

            Prefix();
            _text.Append(_mark);
            _mark = "";
            _wantsBlank = false;
        }
        else if (_wantsCell)
        {
            _text.Append(" | ");
        }
        else if (_wantsSpace)
        {
            _text.Append(' ');
        }

        _isLineStart = false;
        _wantsCell = false;
        _wantsSpace = false;
        _text.Append(c);
    }

    private void Prefix() => _text.Insert(_text.Length, "> ", _quote);

    private void End()
    {
        _text.Append('\n');
        _isLineStart = true;
        _wantsSpace = false;
        _wantsCell = false;
    }

    /// <summary>Space on a page is made with empty paragraphs; one empty line says as much.</summary>
    [GeneratedRegex("\n{3,}")]
    private static partial Regex EmptyLines();
}
