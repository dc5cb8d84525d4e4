public import Analyses

/// What is asked back before anything can be drafted: one thing at a time, with the answers that would do where there
/// are only a few.
public struct Question: Sendable, Hashable, Codable {
    /// One answer that can be picked.
    public struct Option: Sendable, Hashable, Codable {
        /// What the person reads.
        public let label: String
        /// What is sent back.
        public let value: String
    }

    /// Most options of one question; the answer may always be typed.
    public static let mostOptions = 8

    /// What is asked about.
    public let asks: DraftFault.Part
    /// The question, one sentence.
    public let text: String
    /// Answers that can be picked; empty when it is to be typed.
    public let options: [Option]
    /// What is understood so far.
    public let wish: Wish

    init(_ asks: DraftFault.Part, _ text: String, _ options: [Option] = [], of wish: Wish) {
        self.asks = asks
        self.text = text
        self.options = Array(options.prefix(Self.mostOptions))
        self.wish = wish
    }

    /// The card of protocol 4, answered with `answer` and the id the caller gives.
    public func card(id: String) -> Card {
        let options = options.map { option -> JSON in ["label": .string(option.label), "value": .string(option.value)] }
        return Card(
            kind: .question, title: text,
            data: [
                "questionId": .string(id), "asks": .string(asks.rawValue), "text": .string(text),
                "kind": options.isEmpty ? "direct" : "radio", "options": .array(options),
            ])
    }
}
