public import Finance
public import FoundationEssentials

/// One number that code computed, with everything needed to say it truthfully and to recognise it in an answer.
public struct Figure: Sendable, Hashable, Codable {
    /// What the number is.
    public enum Value: Sendable, Hashable, Codable {
        /// Pounds.
        case money(Money)
        /// Per cent, already times 100.
        case percent(Double)
        /// A number of things.
        case count(Int)
        /// A UTC day.
        case day(Day)
        /// A length of time.
        case months(Int)
    }

    /// Stable within one review, for instance `month.income` or `debt.66200000000000000000d001.balance`.
    public var id: String
    /// Plain words, for instance "Income in April 2026". May hold text the person typed: data, never instruction.
    public var label: String
    /// nil when it cannot be computed; `basis` then says why.
    public var value: Value?
    /// The period it covers, for instance `2026-04`, or nil for a balance.
    public var window: String?
    /// When its records were read.
    public var asOf: Date
    /// The rule behind it in a few words, or the reason why there is no value.
    public var basis: String

    /// How many records it was computed from, where that is a number of records.
    public var records: Int?
    /// Whether it stands on records, on all of them, or on none.
    public var coverage: Coverage

    /// A figure with every part given.
    public init(
        id: String, label: String, value: Value?, window: String?, asOf: Date, basis: String, records: Int? = nil,
        coverage: Coverage = .full
    ) {
        self.id = id
        self.label = label
        self.value = value
        self.window = window
        self.asOf = asOf
        self.basis = basis
        self.records = records
        self.coverage = coverage
    }
}
