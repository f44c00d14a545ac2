namespace ComplaintFlow.Functions.Intake;

/// <summary>Why a mail was not taken for a complaint by a person.</summary>
public enum ParkingReason
{
    /// <summary>One of ours, or from one of our addresses.</summary>
    Ours,

    /// <summary>Written by a program.</summary>
    Automatic,

    /// <summary>A delivery report about no mail of ours.</summary>
    Bounce,

    /// <summary>Bytes that are no mail.</summary>
    Unreadable,

    /// <summary>More than a mail may have: only its beginning is kept here.</summary>
    TooLarge,

    /// <summary>It names nobody who could be answered.</summary>
    NoSender,

    /// <summary>From a person of the directory.</summary>
    Staff,

    /// <summary>More mails in an hour from one address than a person writes.</summary>
    TooMany,
}

/// <summary>That a mail was parked, and why.</summary>
/// <param name="Evidence">What shows it, one line; empty when the reason says all.</param>
public sealed record Parking(ParkingReason Reason, string Evidence = "")
{
    /// <summary>For the desk.</summary>
    public string Fr => Evidence.Length == 0 ? Words : $"{Words} ({Evidence})";

    private string Words => Reason switch
    {
        ParkingReason.Ours => "message venu de nos propres adresses",
        ParkingReason.Automatic => "message automatique",
        ParkingReason.Bounce => "avis de non-remise qui ne concerne aucun de nos envois",
        ParkingReason.Unreadable => "message illisible",
        ParkingReason.TooLarge => "message trop volumineux",
        ParkingReason.NoSender => "message sans expéditeur",
        ParkingReason.Staff => "message d’un collaborateur",
        ParkingReason.TooMany => "trop de messages de cette adresse en une heure",
        _ => throw new InvalidOperationException($"No words for {Reason}."),
    };
}
