public import Analyses
import Finance

extension Proposal {
    /// The card of protocol 4; a client answers it with `confirm` or `reject` and the id in it.
    public var card: Card { Card(kind: .proposal, title: title, data: json) }

    /// What the card shows.
    public var json: JSON {
        var reason: String?
        if case .failed(let words) = state { reason = words }
        return [
            "proposalId": .string(id), "title": .string(title), "state": .string(state.word),
            "reason": .string(orNull: reason), "rows": .array(rows.map(Self.json)),
            "remarks": .array(remarks.map { .string($0) }), "createdAt": .string(createdAt.rfc3339),
            "expiresAt": .string(expiresAt.rfc3339), "done": .count(orNull: done), "of": .count(orNull: drafts.count),
        ]
    }

    /// The card in words, for clients that draw none.
    public var words: String {
        let lines = rows.map { row in
            "- \(row.label): \(row.before.map { "\($0) now, then " } ?? "")\(row.after)"
        }
        return ([title] + lines + remarks + [outcome]).joined(separator: "\n")
    }

    /// What to say about where it stands.
    public var outcome: String {
        switch state {
        case .open: "Reply yes to save it, or no to leave it. Nothing is saved until you do."
        case .confirming: "Saving it now."
        case .applied: drafts.count == 1 ? "Saved in the app." : "All \(drafts.count) are saved in the app."
        case .failed(let reason): "\(reason) \(soFar)"
        case .unknown: "The app gave no answer, so it is not known yet whether this was saved. \(soFar)"
        case .notApplied: "The app gave no answer, and the records show that this was not saved. \(soFar)"
        case .rejected: "Left as it was."
        case .expired: "This offer is over, so nothing was saved. Ask again for a fresh one."
        }
    }

    private var soFar: String {
        guard drafts.count > 1 else {
            return state == .unknown ? "Please look before you enter it again." : "Nothing was saved."
        }
        return "\(done) of \(drafts.count) were saved."
    }

    private static func json(_ row: ChangeRow) -> JSON {
        ["label": .string(row.label), "before": .string(orNull: row.before), "after": .string(row.after)]
    }
}
