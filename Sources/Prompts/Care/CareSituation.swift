/// What a question tells of a person's situation that calls for fixed words before anything else.
///
/// It steers one answer and is gone: it is no fact about the person, is never stored, counted or shown to an admin, and
/// so has no coded form.
public enum CareSituation: String, Sendable, Hashable, CaseIterable {
    /// In the order in which their words are said: what cannot wait comes first.
    case selfHarm, enforcement, missedPriorityBill, cannotPay, borrowingToRepay, gambling, bereavement, illness

    /// What is said of it, and whom it names; ids of `CareConfig.signposts`.
    var words: (lead: String, signposts: [String]) {
        switch self {
        case .selfHarm:
            (
                "I'm really sorry that you feel this way. Please talk to someone now; you do not have to carry this alone.",
                ["samaritans", "emergency"]
            )
        case .enforcement:
            (
                "Letters from a court or a visit from bailiffs are frightening, and you have rights. An adviser can tell "
                    + "you what they may and may not do, and what to do next. Please do not wait.",
                ["nationaldebtline", "stepchange", "citizensadvice"]
            )
        case .missedPriorityBill:
            (
                "Rent, mortgage, council tax and energy bills can have the heaviest consequences, so they usually come "
                    + "before other debts. Telling them early helps: most have a team for people who are struggling.",
                ["stepchange", "nationaldebtline", "citizensadvice"]
            )
        case .cannotPay:
            (
                "I'm sorry things are this hard right now. Many people go through this, and free, confidential help exists.",
                ["stepchange", "nationaldebtline", "moneyhelper"]
            )
        case .borrowingToRepay:
            (
                "Borrowing to repay what is owed can make it grow. Before taking on more, a free adviser can go through "
                    + "other ways with you.",
                ["stepchange", "nationaldebtline", "moneyhelper"]
            )
        case .gambling:
            (
                "If gambling is part of this, you can talk to someone in confidence, without judgement.",
                ["gamcare", "stepchange"]
            )
        case .bereavement:
            (
                "I'm very sorry for your loss. Most banks and suppliers have a team that helps after a death, and there is "
                    + "free guidance on what to do and in which order.",
                ["moneyhelper", "citizensadvice"]
            )
        case .illness:
            (
                "I'm sorry to hear that. Lenders and suppliers can often adjust to an illness once they know, and you may "
                    + "be entitled to support.",
                ["citizensadvice", "moneyhelper"]
            )
        }
    }
}

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
