public import Finance

/// A wish about several records at once: a month's budgets made from what the records say, budgets moved so that they add
/// up to what they did, or the last change taken back. It becomes drafts of one proposal, or a sentence that says why not.
public enum PlanWish: Sendable, Hashable, Codable {
    /// Budgets for this month.
    case draft
    /// One event, and what it does to the other budgets.
    case rebalance(Rebalance.Event)
    /// A budget is gone from the app; this much of it is shared out over the others.
    case shareOut(Money)
    /// The last change of the conversation, taken back.
    case undo
}

/// What a wish about several records comes to.
public struct PlannedDrafts: Sendable, Hashable {
    /// What would be written, in order.
    public let drafts: [Draft]
    /// The card's heading.
    public let title: String
    /// What to know before saying yes; nil when there is nothing to say.
    public let remark: String?

    /// Drafts with their heading.
    public init(drafts: [Draft], title: String, remark: String? = nil) {
        self.drafts = drafts
        self.title = title
        self.remark = remark
    }
}

/// Why there is nothing to offer, in a sentence.
public struct PlanRefusal: Error, Sendable, Hashable {
    /// The sentence.
    public let words: String
}

extension PlanWish {
    /// What it comes to. `locked` are ids of budgets the person wants left alone; `last` is what was confirmed last in the
    /// conversation, for taking it back.
    public func planned(
        on snapshot: Snapshot, for shape: BackendShape, locked: Set<String> = [], last: Proposal? = nil
    ) throws(PlanRefusal) -> PlannedDrafts {
        do {
            switch self {
            case .draft: return try Self.budgets(snapshot, shape)
            case .rebalance(let event):
                let lines = BudgetLine.all(in: snapshot, locked: locked)
                return try Self.moved(Rebalance(lines, after: event), event, lines, snapshot, shape)
            case .shareOut(let amount):
                let lines = BudgetLine.all(in: snapshot, locked: locked)
                let event = Rebalance.Event.deleted(id: "")
                let plan = Rebalance(lines, after: event, total: lines.total(\.amount) + amount)
                return try Self.moved(plan, event, lines, snapshot, shape)
            case .undo: return try Self.undone(last, snapshot, shape)
            }
        } catch let refusal as PlanRefusal {
            throw refusal
        } catch {
            throw PlanRefusal(words: (error as? DraftFaults)?.words ?? "That cannot be offered.")
        }
    }

    private static func budgets(_ snapshot: Snapshot, _ shape: BackendShape) throws -> PlannedDrafts {
        let plan = BudgetDraft(of: snapshot)
        guard !plan.lines.isEmpty else { throw PlanRefusal(words: plan.remark ?? "There is nothing to plan with.") }
        let drafts = try plan.drafts(on: snapshot, for: shape)
        guard !drafts.isEmpty else {
            throw PlanRefusal(words: "Your budgets of \(plan.month.words) are already what a plan would make them.")
        }
        return PlannedDrafts(drafts: drafts, title: "A budget for \(plan.month.words)", remark: plan.remark)
    }
}
