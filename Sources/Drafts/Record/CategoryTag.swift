public import Finance
import FoundationEssentials

/// A category of one of the person's own budgets, with who sees it.
public struct CategoryTag: Sendable, Hashable, Codable {
    /// The backend's or the person's word for the group.
    public let name: String
    /// Whether the partner sees the line.
    public let kind: Budget.Kind

    init(name: String, kind: Budget.Kind) {
        self.name = name
        self.kind = kind
    }

    /// The category a budget stands in.
    public init(_ budget: Budget) {
        name = budget.category
        kind = budget.kind
    }
}

extension Date {
    /// Whole milliseconds since 1970, held inside what an instant can be.
    var milliseconds: Int64 {
        let value = (timeIntervalSince1970 * 1_000).rounded()
        return value.isFinite ? Int64(min(max(value, -9e15), 9e15)) : 0
    }
}
