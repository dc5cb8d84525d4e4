import Finance

extension PlanWish {
    /// What an event does to the other budgets, as drafts.
    static func moved(
        _ plan: Rebalance, _ event: Rebalance.Event, _ lines: [BudgetLine], _ snapshot: Snapshot,
        _ shape: BackendShape
    ) throws -> PlannedDrafts {
        guard !plan.changes.isEmpty else { throw PlanRefusal(words: plan.remark ?? "There is nothing to move.") }
        let name = lines.first { $0.id == event.id }.map { " around \(String.quoted($0.name))" } ?? ""
        let drafts = try plan.drafts(on: snapshot, for: shape)
        let kept = lines.compactMap { line in line.protection.map { (line, $0) } }
        return PlannedDrafts(
            drafts: drafts, title: "Move your budgets\(name)", remark: plan.remark ?? Self.protected(kept))
    }

    /// What stays as it is, and why.
    private static func protected(_ lines: [(BudgetLine, BudgetLine.Protection)]) -> String? {
        guard !lines.isEmpty else { return nil }
        let names = lines.prefix(mostNamed).map { "\(String.quoted($0.name)) (\($1.words))" }
        let more = lines.count > mostNamed ? " and \(lines.count - mostNamed) more" : ""
        return "Left alone: \(names.joined(separator: ", "))\(more)."
    }

    private static let mostNamed = 5

    /// The way back of what was confirmed last: every change set to what it was, the last one first.
    static func undone(_ last: Proposal?, _ snapshot: Snapshot, _ shape: BackendShape) throws -> PlannedDrafts {
        guard let last, last.done > 0 else {
            throw PlanRefusal(words: "Nothing was saved in this conversation of late, so there is nothing to undo.")
        }
        let made = last.drafts.prefix(last.done)
        var drafts: [Draft] = []
        for (draft, ground) in zip(made, last.grounds).reversed() {
            guard case .change(let id) = draft.act, let before = ground.before else { continue }
            drafts.append(try Draft(.change(id: id), before.asTheyWere, on: snapshot, for: shape))
        }
        let added = made.count - drafts.count
        guard !drafts.isEmpty else {
            throw PlanRefusal(words: "What was added can be taken out in the app. Reho never deletes a record.")
        }
        let remark = added > 0 ? "What was added stays; it can be taken out in the app." : nil
        return PlannedDrafts(drafts: drafts, title: "Undo: \(last.title)", remark: remark)
    }
}

extension DraftFields {
    /// Without amounts that are relative to the record: what it was is to be set, not added once more.
    fileprivate var asTheyWere: DraftFields {
        switch self {
        case .budget(var fields):
            fields.raising = nil
            return .budget(fields)
        case .debt(var fields):
            fields.lowering = nil
            return .debt(fields)
        case .goal(var fields):
            fields.adding = nil
            return .goal(fields)
        case .expense, .income: return self
        }
    }
}
