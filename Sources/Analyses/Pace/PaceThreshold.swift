/// A share of a budget that is worth a word. The order is the order of telling: where several are reached at once, the
/// last one is said.
public enum PaceThreshold: String, Sendable, Hashable, Codable, CaseIterable {
    /// 80 % of it is spent.
    case nearly
    /// The month would end above 110 % of it, see `BudgetPace.projected`.
    case projected
    /// All of it is spent; exactly 100 % is used, not over.
    case used

    /// Percentage points below a threshold at which it may tell again.
    static let rearming: Int128 = 5

    var percent: Int128 {
        switch self {
        case .nearly: 80
        case .projected: 110
        case .used: 100
        }
    }
}
