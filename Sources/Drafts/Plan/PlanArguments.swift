public import Analyses
public import Finance

/// A wish about several records from a model's tool call. A budget is named, never given by id, and an amount must be in
/// what the person wrote.
public enum PlanArguments {
    private enum What: String, CaseIterable {
        case draft, rebalance, undo
        case shareOut = "share_out"
    }

    private static let names: Set<String> = ["what", "budget", "amount"]

    /// What the arguments ask for. `said` is what the person wrote.
    public static func wish(
        _ arguments: String, said: String, on snapshot: Snapshot
    ) throws(PlanRefusal) -> PlanWish {
        do throws(DraftFault) {
            let given = try Given(arguments, allowing: names)
            let amount = try given.money("amount")
            guard amount.map({ Heard(said, today: snapshot.today, isComing: false).amount($0) != nil }) ?? true else {
                throw DraftFault(.amount, "The person has not written that amount. Ask for it.")
            }
            guard let what = given.text("what").flatMap(What.init(rawValue:)) else {
                throw DraftFault(.record, "what must be one of \(What.allCases.map(\.rawValue)).")
            }
            return try wish(what, amount, given.text("budget"), snapshot)
        } catch {
            throw PlanRefusal(words: error.sentence)
        }
    }

    private static func wish(
        _ what: What, _ amount: Money?, _ name: String?, _ snapshot: Snapshot
    ) throws(DraftFault) -> PlanWish {
        switch what {
        case .draft: return .draft
        case .undo: return .undo
        case .shareOut:
            guard let amount else { throw DraftFault(.amount, "How much is to be shared out?") }
            return .shareOut(amount)
        case .rebalance:
            let found = BudgetLine.all(in: snapshot).named(name ?? "", \.name)
            guard let line = found.first, found.count == 1 else {
                throw DraftFault(.record, "Which budget is it about? There is no one budget of that name.")
            }
            return .rebalance(amount.map { .edited(id: line.id, to: $0) } ?? .overspent(id: line.id))
        }
    }

    private static let meanings = """
        draft: budgets for the month; rebalance: one budget moves and the others make up for it; share_out: an amount \
        over the others; undo: the last saved change
        """

    /// The schema a model is shown.
    public static var schema: JSON {
        [
            "type": "object", "additionalProperties": false, "required": ["what"],
            "properties": [
                "what": [
                    "type": "string", "enum": .array(What.allCases.map { .string($0.rawValue) }),
                    "description": .string(meanings),
                ],
                "budget": ["type": "string", "description": "the budget's name, for rebalance"],
                "amount": [
                    "type": "number",
                    "description": "pounds, exactly as the person wrote it; left out when a budget is overspent",
                ],
            ],
        ]
    }
}
