public import Finance
public import FoundationEssentials

/// Whether a call that had no answer did its work, read from records that were read after it.
///
/// A change is told by its fields: as wanted, as before, or something else. A new record is told by ids that were not
/// there before and hold exactly what was sent; records entered before the call are not the call's. Two new equal
/// records, a record of unknown age or records that could not all be read leave it open: a person is told rather than
/// charged twice.
public enum ReadBack: String, Sendable, Hashable, Codable {
    /// It is there; it is not; the records do not say.
    case applied, notApplied, cannotTell

    /// How far the clocks of two servers may differ.
    static let clockGap: Int64 = 120_000

    /// Looks for a draft in a snapshot read after the call was sent.
    public init(of draft: Draft, ground: DraftGround, sentAt: Date, in after: Snapshot) {
        guard after.asOf > sentAt else {
            self = .cannotTell
            return
        }
        switch draft.act {
        case .create: self = Self.made(draft, ground, sentAt.milliseconds, after)
        case .change(let id): self = Self.changed(draft, ground, id, after)
        }
    }

    private static func made(
        _ draft: Draft, _ ground: DraftGround, _ sentAt: Int64, _ after: Snapshot
    ) -> ReadBack {
        let known = Set(ground.twins)
        let fresh = draft.fields.record.twins(in: after).filter { twin in
            !known.contains(twin.id) && twin.madeAt ?? sentAt >= sentAt - clockGap
        }
        if fresh.count > 1 { return .cannotTell }
        if fresh.count == 1 { return .applied }
        return after.coverage(of: draft.kind.collection) == .full ? .notApplied : .cannotTell
    }

    private static func changed(
        _ draft: Draft, _ ground: DraftGround, _ id: String, _ after: Snapshot
    ) -> ReadBack {
        guard let now = draft.fields.current(of: id, in: after) else { return .cannotTell }
        // Fields the snapshot does not hold (a budget's repetition) say nothing either way.
        let wanted = draft.fields.record.rows.filter { row in now.record.rows.contains { $0.label == row.label } }
        if wanted == now.record.rows, !wanted.isEmpty { return .applied }
        return now == ground.before ? .notApplied : .cannotTell
    }
}

extension DraftKind {
    /// The collection as remarks of a snapshot name it.
    var collection: String { self == .goal ? "savinggoals" : rawValue }
}
