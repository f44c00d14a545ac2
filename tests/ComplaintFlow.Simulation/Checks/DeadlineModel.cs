using System.Globalization;
using ComplaintFlow.Simulation.World;

namespace ComplaintFlow.Simulation.Checks;

/// <summary>
/// What time must have brought to a complaint, and from which instant: each miss once, and the word about the mediator.
/// Worked out from the journal's acts alone; the lines that the program wrote about it are then held against it.
/// </summary>
internal sealed class DeadlineModel(Calendar calendar)
{
    private bool _isOpen, _isAcknowledged, _isInCourt, _isInMediation;
    private int _level = 1, _answers, _answersAtTwo;
    private DateOnly _acknowledgeBy, _respondBy, _mediatorFrom, _levelTwoBy;

    /// <summary>By name (<c>acknowledgement 2026-03-13</c>, <c>mediator</c>), the instant from which it is owed.</summary>
    public Dictionary<string, DateTimeOffset> Owed { get; } = [];

    public void Live(IReadOnlyList<StoredLine> lines, DateTimeOffset end)
    {
        for (int index = 0; index < lines.Count; index++)
        {
            Take(lines[index]);
            Look(lines[index].At, index + 1 < lines.Count ? lines[index + 1].At : end);
        }
    }

    private void Take(StoredLine line)
    {
        switch (line.Type)
        {
            case "received":
                (DateOnly sent, DateOnly received) = (line.Date("sentOn"), line.Date("receivedOn"));
                _isOpen = true;
                _acknowledgeBy = calendar.AcknowledgeBy(sent, received);
                _respondBy = calendar.RespondBy(sent, received);
                _mediatorFrom = Calendar.MediatorFrom(sent, received);
                break;
            case "acknowledged":
                _isAcknowledged = true;
                break;
            case "answered":
                _answers++;
                _answersAtTwo += _level == 2 ? 1 : 0;
                break;
            case "extended" when _level == 1:
                _respondBy = line.Date("until");
                break;
            case "extended":
                _levelTwoBy = line.Date("until");
                break;
            case "escalated":
                (_isOpen, _level) = (true, 2);
                _levelTwoBy = Calendar.TwoMonths(line.Date("on"));
                break;
            case "referred":
                (_isOpen, _isInMediation, _level) = (true, true, 3);
                break;
            case "court-action":
                _isInCourt = true;
                break;
            case "closed" or "mediator-outcome":
                _isOpen = false;
                break;
            case "reopened":
                _isOpen = true;
                break;
        }
    }

    /// <summary>What comes due while nobody acts; both ends count, since time is let pass before any act.</summary>
    private void Look(DateTimeOffset from, DateTimeOffset until)
    {
        if (!_isOpen)
        {
            return;
        }

        bool owesAtOne = _level == 1 && _answers == 0;
        Owe(owesAtOne && !_isAcknowledged, "acknowledgement", _acknowledgeBy);
        Owe(owesAtOne, "response", _respondBy);
        Owe(_level == 2 && _answersAtTwo == 0, "level-two", _levelTwoBy);
        if (_answers == 0 && !_isInCourt && !_isInMediation)
        {
            Note("mediator", Paris.At(_mediatorFrom));
        }

        void Owe(bool isOwed, string what, DateOnly last)
        {
            if (isOwed)
            {
                Note(string.Create(CultureInfo.InvariantCulture, $"{what} {last:yyyy-MM-dd}"), Paris.At(last.AddDays(1)));
            }
        }

        void Note(string what, DateTimeOffset due)
        {
            if (due <= until)
            {
                Owed.TryAdd(what, due > from ? due : from);
            }
        }
    }
}
