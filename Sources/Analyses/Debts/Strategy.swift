/// A way of paying several debts; the raw value is the wire spelling (protocol 6.2).
public enum Strategy: String, Sendable, Hashable, CaseIterable {
    /// Each minimum and no more: what a cleared debt frees is not paid towards the others.
    case minimumOnly = "minimum_only"
    /// The minimums of the start go on being paid in full: what a cleared debt frees goes to the highest rate.
    case minimumRollover = "minimum_rollover"
    /// Extra goes to the highest rate first.
    case avalanche
    /// Extra goes to the smallest balance first.
    case snowball
    /// Extra goes down the person's own list.
    case custom

    /// Plain words that follow "paying" in a label.
    public var words: String {
        switch self {
        case .minimumOnly: "minimum payments only"
        case .minimumRollover: "minimum payments, freed ones rolled over"
        case .avalanche: "the highest rate first (avalanche)"
        case .snowball: "the smallest balance first (snowball)"
        case .custom: "your own order"
        }
    }

    /// What every plan is held against; both are there whatever is chosen.
    public static let baselines: [Strategy] = [.minimumOnly, .minimumRollover]
}
