/// One thing that keeps a draft from being offered, as a plain sentence.
public struct DraftFault: Error, Sendable, Hashable {
    /// What part of a draft is meant.
    public enum Part: String, Sendable, Hashable, Codable, CaseIterable {
        /// What the record is called, the money it is about, its day, how often it repeats, which record it is.
        case name, amount, day, frequency, record
        /// Where a payment or a plan belongs.
        case category
        /// Parts of debts and goals.
        case payment, extra, rate, monthlyTarget, saved
    }

    /// Which part.
    public let part: Part
    /// What is wrong with it, in words a person can act on.
    public let sentence: String

    init(_ part: Part, _ sentence: String) {
        self.part = part
        self.sentence = sentence
    }
}

/// All that keeps a draft from being offered.
public struct DraftFaults: Error, Sendable, Hashable {
    /// At least one, in the order of the fields.
    public let faults: [DraftFault]

    /// The sentences, one after the other.
    public var words: String { faults.map(\.sentence).joined(separator: " ") }
}
