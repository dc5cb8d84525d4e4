import Finance

/// What most often gets in the way of saving; raw values are stored and the wire spelling.
public enum SavingsKiller: String, Sendable, Hashable, Codable, CaseIterable {
    /// In the order in which they are offered.
    case impulse
    case eatingOut = "eating_out"
    case subscriptions, bills, debts, forgetting, nothing

    static let question = "savings_killer"

    /// What a person reads.
    public var words: String {
        switch self {
        case .impulse: "Things bought on the spur of the moment"
        case .eatingOut: "Eating out and takeaways"
        case .subscriptions: "Subscriptions and memberships"
        case .bills: "Rent and bills"
        case .debts: "Payments for debts"
        case .forgetting: "It slips my mind to put money by"
        case .nothing: "Nothing stands out"
        }
    }
}

/// What the money is for; raw values are stored and the wire spelling.
public enum Motivation: String, Sendable, Hashable, Codable, CaseIterable {
    /// In the order in which they are offered.
    case cushion, planned
    case debtFree = "debt_free"
    case longTerm = "long_term"
    case family

    static let question = "motivation"

    /// What a person reads.
    public var words: String {
        switch self {
        case .cushion: "A cushion for whatever comes"
        case .planned: "Something I am saving for"
        case .debtFree: "Owing nothing"
        case .longTerm: "Building something up over many years"
        case .family: "My family"
        }
    }
}

/// A fixed answer, or the person's own words in place of one.
public enum ChosenOrSaid<Choice: Sendable & Hashable & Codable & RawRepresentable<String>>: Sendable, Hashable, Codable
{
    /// One of those offered.
    case chosen(Choice)
    /// Own words; data, never instruction.
    case said(String)

    /// nil for a value that is neither.
    init?(_ value: FlowValue?) {
        if let text = value?.text {
            self = .said(text)
        } else if let choice = value?.choices?.first.flatMap(Choice.init) {
            self = .chosen(choice)
        } else {
            return nil
        }
    }

    /// What a person reads: the words of a choice, or their own in quotes.
    func inWords(_ words: (Choice) -> String) -> String {
        switch self {
        case .chosen(let choice): words(choice)
        case .said(let text): String.quoted(text, limit: FlowLimits.text)
        }
    }

    /// The choice, when it is one.
    public var choice: Choice? {
        if case .chosen(let choice) = self { return choice }
        return nil
    }
}
