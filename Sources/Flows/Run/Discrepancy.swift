public import Analyses
public import Finance

/// Two numbers for one thing: what a person said and what their records say. Neither is corrected; both are shown.
public struct Discrepancy: Sendable, Hashable, Codable {
    /// A difference up to this is the same number said roughly.
    public static let roughly = Money(pence: 100)
    /// So is one up to this share of what is recorded, per cent.
    public static let roughlyPercent: Int64 = 1

    /// The question that was answered.
    public let about: String
    /// What was said.
    public let said: Money
    /// What is recorded.
    public let recorded: Money

    /// nil when the two are the same, or as good as.
    public init?(of about: String, said: Money, recorded: Money) {
        let rough = max(Self.roughly, Money(pence: recorded.magnitude.pence * Self.roughlyPercent / 100))
        guard (said - recorded).magnitude > rough else { return nil }
        self.about = about
        self.said = said
        self.recorded = recorded
    }

    /// Both numbers in a sentence.
    public var words: String { "You said \(said); the app shows \(recorded). The records in the app stay as they are." }

    /// For a client.
    public var json: JSON {
        [
            "about": .string(about), "said": .money(said), "recorded": .money(recorded), "words": .string(words),
        ]
    }
}
