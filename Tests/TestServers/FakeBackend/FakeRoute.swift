import Analyses
import Finance

/// The routes of contract 7 that the sidecar may ever need. Deleting is not one of them.
enum FakeRoute: Equatable {
    case create(FakeKind)
    case change(FakeKind, String)
    case one(FakeKind, String)
    case list(FakeKind)

    /// Nil for what the fake does not know.
    init?(_ method: String, _ uri: String) {
        let path = uri.prefix { $0 != "?" }
        let prefix = "/api/v1/"
        guard path.hasPrefix(prefix) else { return nil }
        let parts = path.dropFirst(prefix.count).split(separator: "/", omittingEmptySubsequences: false).map(
            String.init)
        guard let kind = parts.first.flatMap(FakeKind.init(rawValue:)) else { return nil }
        let rest = Array(parts.dropFirst())
        switch (method, rest.count) {
        case ("POST", 0): self = .create(kind)
        case ("PATCH", 1): self = .change(kind, rest[0])
        case ("GET", 0): self = .list(kind)
        case ("GET", _)
        where kind != .budgets && rest.count == kind.singlePath.count + 1 && rest.starts(with: kind.singlePath):
            self = .one(kind, rest[rest.count - 1])
        default: return nil
        }
    }
}

extension FakeShelf {
    /// A person's records as the list routes show them: with neither budgets nor debts there is no list at all, and goals
    /// come with their average.
    func listed(_ kind: FakeKind, of owner: String) throws(FakeRefusal) -> JSON {
        let found = list(kind, of: owner)
        switch kind {
        case .budgets where found.isEmpty, .debts where found.isEmpty:
            throw FakeRefusal(404, "No \(kind.rawValue) found for this user")
        case .goals: return goals(found)
        case .expenses where shape == .current: return .array(found.map { populated($0).json })
        case .incomes, .expenses, .budgets, .debts: return .array(found.map(\.json))
        }
    }

    private func goals(_ found: [Document]) -> JSON {
        let list = JSON.array(found.map(\.json))
        let shares = found.map { ($0.number("completionRation") ?? 0, $0.number("totalAmount") ?? 0) }
        guard shape == .current else {
            let mean = shares.map(\.0).reduce(0, +) / Double(found.count)
            return ["avgCompletion": .number(mean), "goals": list]
        }
        let total = shares.map(\.1).reduce(0, +)
        let weighted = shares.map { $0 * $1 }.reduce(0, +)
        return [
            "savingGoalCompletionRate": .number(total == 0 ? 0 : weighted / total),
            "totalSavedMoney": .number(found.map { $0.number("savedMoney") ?? 0 }.reduce(0, +)), "goals": list,
        ]
    }

    /// An expense with what it is linked to in place of the link.
    private func populated(_ expense: Document) -> Document {
        guard let link = expense["budgetId"],
            let budget = documents[.budgets]?.first(where: { $0["_id"] == link })
        else { return expense }
        var shown = expense
        let parts = budget.fields.filter { ["_id", "type", "category"].contains($0.key) }
        shown.fields["budgetId"] = .document(Document(parts))
        return shown
    }
}
