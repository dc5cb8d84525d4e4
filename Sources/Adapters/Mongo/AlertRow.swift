internal import Finance
internal import FoundationEssentials
internal import Mongo
internal import Ports

// An alert as `admin_alerts` holds it. `userId`, `userEmail`, `alertMessage`, `category` and `createdAt` are what the old
// service wrote and would read again; the others are ours. `round` says how many alerts of its key and person had been
// resolved when it was raised. Alerts of the old service have neither key nor round.

/// One stored alert between its document and its value.
enum AlertRow {
    /// Newest first, then by id for equal times.
    static let order: BSONDocument = ["createdAt": -1, "_id": -1]

    /// What every read asks for, so that a limit counts only documents that can be shown. Without a state is open.
    static func readable(_ states: Set<AdminAlert.State> = Set(AdminAlert.State.allCases)) -> BSONDocument {
        let words = BSON.array(states.map { .string($0.rawValue) } + (states.contains(.open) ? [.null] : []))
        return [
            "alertMessage": ["$type": "string"], "createdAt": ["$type": "date"], "state": ["$in": words],
        ]
    }

    /// The alert in a document; nil for one without a usable id, person, text or time.
    static func alert(_ stored: BSONDocument) -> AdminAlert? {
        guard let id = stored["_id"]?.id, let user = person(stored["userId"]),
            let message = stored["alertMessage"]?.string, let at = stored["createdAt"]?.date
        else { return nil }
        return AdminAlert(
            id: id.hex, user: user, email: stored["userEmail"]?.string ?? unknown, message: message,
            category: stored["category"]?.string ?? unknown, createdAt: Date(milliseconds: at),
            state: stored["state"]?.string.flatMap { AdminAlert.State(rawValue: $0) } ?? .open,
            snoozedUntil: stored["snoozedUntil"]?.date.map { Date(milliseconds: $0) },
            owner: person(stored["owner"]), note: stored["note"]?.string, key: stored["key"]?.string)
    }

    /// An alert to insert. A round without a key means nothing.
    static func document(_ alert: AdminAlert, round: Int?) throws(PortError) -> BSONDocument {
        guard let id = ObjectID(alert.id) else { throw PortError(.refused, "an alert id has 24 hex digits") }
        var fields: BSONDocument = [
            "_id": .id(id), "userId": BSON(alert.user), "userEmail": .string(alert.email),
            "alertMessage": .string(alert.message), "category": .string(alert.category),
            "createdAt": BSON(alert.createdAt),
        ]
        fields["key"] = alert.key.map(BSON.string)
        fields["round"] = round.map { .int32(Int32(clamping: $0)) }
        return fields + handling(alert.state, until: alert.snoozedUntil, owner: alert.owner, note: alert.note)
    }

    /// What a decision sets. All of it, so that one administrator's note never stands under another's name.
    static func handling(_ state: AdminAlert.State, until: Date?, owner: UserID?, note: String?) -> BSONDocument {
        [
            "state": .string(state.rawValue), "snoozedUntil": until.map { BSON($0) } ?? .null,
            "owner": owner.map { BSON($0) } ?? .null, "note": note.map(BSON.string) ?? .null,
        ]
    }

    /// What the old service wrote for what it did not know.
    private static let unknown = "N/A"

    private static func person(_ stored: BSON?) -> UserID? { stored?.id.flatMap { UserID($0.hex) } }
}
