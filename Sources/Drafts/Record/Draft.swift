public import Finance

/// One record a person may have made or changed in the main app, checked by code. It is words on a card until the person
/// confirms it; only then does `request(for:)` become a call, with the person's own token.
///
///     let draft = try Draft(
///         .create, .expense(ExpenseFields(name: "Lunch", amount: lunch, fallsOn: yesterday)), on: snapshot,
///         for: .current)
///     draft.title                          // Add an expense: “Lunch”, £12.40 on 20 November 2026
///     draft.request(for: .current).path    // /expenses
///
/// Only checked drafts exist; one that was stored is checked again (`faults(on:for:)`) before it is sent.
public struct Draft: Sendable, Hashable, Codable {
    /// What is done with the record.
    public enum Act: Sendable, Hashable, Codable {
        /// A record is made.
        case create
        /// A record of the person's own is changed, by id.
        case change(id: String)
    }

    /// Made or changed.
    public let act: Act
    /// What is sent.
    public let fields: DraftFields

    /// Checks every field; what is wrong is thrown all at once. Ids must be those of the snapshot's own records.
    public init(
        _ act: Act, _ fields: DraftFields, on snapshot: Snapshot, for shape: BackendShape
    ) throws(DraftFaults) {
        let settled = fields.settled(act, for: shape, in: snapshot)
        let faults = Self.faults(act, settled, on: snapshot, for: shape)
        guard faults.isEmpty else { throw DraftFaults(faults: faults) }
        self.act = act
        self.fields = settled
    }

    /// Which list of the allow-list it belongs to.
    public var kind: DraftKind { fields.kind }
    /// Whether a record is changed and not made.
    public var isChange: Bool { act != .create }

    /// What is wrong with it by now; empty when it may still be sent.
    public func faults(on snapshot: Snapshot, for shape: BackendShape) -> [DraftFault] {
        Self.faults(act, fields, on: snapshot, for: shape)
    }

    /// The call it becomes once it is confirmed.
    public func request(for shape: BackendShape) -> BackendRequest {
        let body = fields.record.body(for: shape, isChange: isChange)
        switch act {
        case .create: return BackendRequest(method: .post, path: "/\(kind.rawValue)", body: body)
        case .change(let id): return BackendRequest(method: .patch, path: "/\(kind.rawValue)/\(id)", body: body)
        }
    }

    private static func faults(
        _ act: Act, _ fields: DraftFields, on snapshot: Snapshot, for shape: BackendShape
    ) -> [DraftFault] {
        var checks = FieldChecks(today: snapshot.today)
        let isChange = act != .create
        fields.record.check(&checks, on: snapshot, isChange: isChange)
        guard case .change(let id) = act else { return checks.faults }
        // The backend checks no ownership and an id is part of a path: it must be of the snapshot, and hex.
        if UserID(id) == nil || fields.current(of: id, in: snapshot) == nil {
            checks.fault(.record, "There is no such \(fields.kind.noun) of yours.")
        } else {
            let isEmpty = fields.record.body(for: shape, isChange: true).isEmpty
            checks.somethingChanges(!isEmpty && fields.current(of: id, in: snapshot) != fields)
        }
        return checks.faults
    }
}
