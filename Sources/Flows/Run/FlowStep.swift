public import Analyses
public import Finance

/// One question of a guided conversation, as data: what is asked, what counts as an answer, and what the person's records
/// already say. It holds all that is needed to ask it and to check a reply, so that any instance can go on with it.
public struct FlowStep: Sendable, Hashable, Codable, Identifiable {
    /// How a client draws it; raw values are the wire spelling.
    public enum Kind: String, Sendable, Hashable {
        /// One field, one choice of several, any of several.
        case direct, radio, checkboxes
    }

    /// One choice.
    public struct Option: Sendable, Hashable, Codable {
        /// What a client sends back.
        public let id: String
        /// What a person reads.
        public let words: String
        /// Other words a person may type for it.
        public let also: [String]

        /// A choice with every part given.
        public init(_ id: String, _ words: String, also: [String] = []) {
            self.id = id
            self.words = words
            self.also = also
        }
    }

    /// Over what an amount is meant.
    public enum Span: String, Sendable, Hashable, Codable {
        /// All there is, or what a month brings. The two are never taken for each other.
        case inAll, monthly
    }

    /// What counts as an answer.
    public enum Accepted: Sendable, Hashable, Codable {
        /// An amount within bounds, both included.
        case money(least: Money, most: Money, span: Span)
        /// Words, at most so many characters.
        case text(most: Int)
        /// So many of the options; with `ownWords` also a text of that length in place of them.
        case choices(least: Int, most: Int, ownWords: Int?)
    }

    /// What the records say, shown so that it need not be asked.
    public struct Proposal: Sendable, Hashable, Codable {
        /// An answer ready to be taken as it is.
        public let value: FlowValue
        /// Where it comes from, a sentence.
        public let words: String

        /// A proposal with both parts given.
        public init(_ value: FlowValue, _ words: String) {
            self.value = value
            self.words = words
        }
    }

    /// Unique within its run.
    public let id: String
    /// What is asked, in words.
    public let question: String
    /// The choices; empty for a direct question.
    public let options: [Option]
    /// What counts as an answer.
    public let accepted: Accepted
    /// Whether it may be left without one.
    public let isSkippable: Bool
    /// What the records say; nil when they say nothing.
    public let proposal: Proposal?
    /// The plan item it is about, or would make.
    public let item: PlanItem?
    /// The figures its words state.
    public let figures: [Figure]

    /// A question with every part given; options after `FlowLimits.options` are left out.
    public init(
        _ id: String, _ question: String, options: [Option] = [], accepted: Accepted, isSkippable: Bool = true,
        proposal: Proposal? = nil, item: PlanItem? = nil, figures: [Figure] = []
    ) {
        self.id = id
        self.question = question
        self.options = Array(options.prefix(FlowLimits.options))
        self.accepted = accepted
        self.isSkippable = isSkippable
        self.proposal = proposal
        self.item = item
        self.figures = figures
    }

    /// How a client draws it.
    public var kind: Kind {
        switch accepted {
        case .money, .text: .direct
        case .choices(_, let most, _): most == 1 ? .radio : .checkboxes
        }
    }
}

/// What keeps a run small whatever is sent or stored.
public enum FlowLimits {
    /// Most questions of one run.
    public static let steps = 16
    /// Most choices of one question.
    public static let options = 12
    /// Longest words of an answer, in Unicode scalars.
    public static let text = 500
    /// Longest reply that is looked at, in bytes.
    static let reply = 16_384
}
