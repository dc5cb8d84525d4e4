public import Analyses

/// Which generation of the main backend is asked; the operator says which one is deployed.
public enum BackendShape: String, Sendable, Hashable, Codable, CaseIterable {
    /// The older one stores dates of goals as the text it was sent and knows neither categories of expenses, nor rates
    /// of debts, nor budgets that repeat.
    case older
    /// The one in use since 2026.
    case current
}

/// One call of the main backend's REST: a path below its `/api/v1` and the documented keys, nothing else. Only a `Draft`
/// makes one, so no delete, no route of identity and no field that code has not checked can be reached.
public struct BackendRequest: Sendable, Hashable {
    /// What a draft may do: make a record or change one.
    public enum Method: String, Sendable, Hashable, Codable {
        /// The two methods that are allowed.
        case post = "POST", patch = "PATCH"
    }

    /// POST or PATCH.
    public let method: Method
    /// Below the base, for instance `/expenses` or `/budgets/66200000000000000000b003`.
    public let path: String
    /// The keys of the contract.
    public let body: JSON

    init(method: Method, path: String, body: [JSON.Member]) {
        self.method = method
        self.path = path
        self.body = .object(body)
    }
}

/// The kinds of record a draft may touch: the whole allow-list of routes, by the collection each one names.
public enum DraftKind: String, Sendable, Hashable, Codable, CaseIterable {
    /// What the spelling of the path is.
    case expense = "expenses", income = "incomes", budget = "budgets", debt = "debts", goal = "saving-goals"

    /// What a person calls one of them.
    public var noun: String {
        switch self {
        case .expense: "expense"
        case .income: "income"
        case .budget: "budget"
        case .debt: "debt"
        case .goal: "saving goal"
        }
    }

    /// The kind with its article: `an expense`.
    public var oneOf: String { self == .expense || self == .income ? "an \(noun)" : "a \(noun)" }
}
