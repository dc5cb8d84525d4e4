public import Finance

extension Rebalance {
    /// The changes as drafts of one proposal; a fault of any line keeps all of them back.
    public func drafts(on snapshot: Snapshot, for shape: BackendShape) throws(DraftFaults) -> [Draft] {
        try Self.drafts(changes, on: snapshot, for: shape)
    }

    /// The way back, as drafts against a snapshot in which the changes stand.
    public func undo(on snapshot: Snapshot, for shape: BackendShape) throws(DraftFaults) -> [Draft] {
        try Self.drafts(changes.map(\.undone), on: snapshot, for: shape)
    }

    /// One row a line that moves.
    public var rows: [ChangeRow] {
        changes.map { ChangeRow(label: $0.name, before: $0.before.description, after: $0.after.description) }
    }

    /// Changes of any rebalancing as drafts: each sets one amount.
    public static func drafts(
        _ changes: [Change], on snapshot: Snapshot, for shape: BackendShape
    ) throws(DraftFaults) -> [Draft] {
        guard changes.count <= Proposal.mostDrafts else {
            let sentence = "That would move more than \(Proposal.mostDrafts) budgets at once."
            throw DraftFaults(faults: [DraftFault(.record, sentence)])
        }
        var drafts: [Draft] = []
        for change in changes {
            let fields = DraftFields.budget(BudgetFields(amount: change.after))
            drafts.append(try Draft(.change(id: change.id), fields, on: snapshot, for: shape))
        }
        return drafts
    }
}
