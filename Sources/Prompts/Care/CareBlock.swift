/// The fixed words that stand before an answer, or in place of one, whether or not a model is there.
public struct CareBlock: Sendable, Hashable {
    /// Most situations that are answered at once; more would bury what matters.
    public static let limit = 2

    /// What was recognised, the gravest first.
    public let situations: [CareSituation]
    /// The whole block, plain text.
    public let text: String

    /// The block for a question; nil when nothing in it calls for one.
    public init?(for question: String, config: CareConfig = .reviewed) {
        self.init(CareTriggers.match(question), config: config)
    }

    /// The block for situations; nil without any.
    public init?(_ found: [CareSituation], config: CareConfig) {
        let situations = Array(CareSituation.allCases.filter(found.contains).prefix(Self.limit))
        guard !situations.isEmpty else { return nil }
        self.situations = situations
        var lines = situations.map(\.words.lead)
        let ids = situations.flatMap(\.words.signposts)
        lines += ids.enumerated().filter { ids.firstIndex(of: $0.element) == $0.offset }
            .compactMap { config.signpost($0.element).map { "- " + $0.line } }
        if !Set(situations).isDisjoint(with: [.enforcement, .missedPriorityBill, .cannotPay]) {
            lines.append(config.breathingSpace)
        }
        lines.append("This is general information, not financial advice.")
        text = lines.joined(separator: "\n")
    }

    /// Whether the answer itself should be left out: nothing about money belongs behind these words.
    public var standsAlone: Bool { situations.contains(.selfHarm) }
}
