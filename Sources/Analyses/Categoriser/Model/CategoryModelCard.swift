public import Finance

/// When and from what a model was made, and how good it was on names it had not seen.
public struct CategoryModelCard: Sendable, Hashable, Codable {
    /// The day it was trained on.
    public let trainedOn: Day
    /// Examples it was trained on.
    public let examples: Int
    /// Different names among them.
    public let names: Int
    /// People they come from.
    public let people: Int
    /// Names kept back to measure it.
    public let heldOut: Int
    /// Mean of the categories' F1 over all names kept back, nothing left unanswered.
    public var macroF1: Double
    /// Share of right answers among the surest four fifths.
    public var accuracyAtFourFifths: Double
    /// Share of names kept back for which it suggests anything.
    public var coverage: Double
    /// Share of right ones among these suggestions.
    public var accuracy: Double

    /// The card for a program.
    public var json: JSON {
        [
            "trainedOn": .string(trainedOn.description), "examples": .int(Int64(examples)), "names": .int(Int64(names)),
            "people": .int(Int64(people)), "heldOut": .int(Int64(heldOut)), "macroF1": .share(macroF1),
            "accuracyAt80": .share(accuracyAtFourFifths), "coverage": .share(coverage), "accuracy": .share(accuracy),
        ]
    }
}
