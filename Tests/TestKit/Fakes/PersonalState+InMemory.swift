public import Finance
import FoundationEssentials
import NIOConcurrencyHelpers
public import Ports

extension PersonalState {
    /// What is remembered, in memory, with these texts of a kind in it at first, each as revision 1.
    public static func inMemory(_ stored: [Kind: [UserID: String]] = [:]) -> PersonalState {
        let first = stored.mapValues { $0.mapValues { Entry(kept: Kept(revision: 1, text: $0)) } }
        let kept = NIOLockedValueBox(first)
        return PersonalState(
            read: { kind, users in
                let all = kept.withLockedValue { $0[kind] ?? [:] }
                return all.filter { users.contains($0.key) }.mapValues(\.kept)
            },
            write: { change in
                kept.withLockedValue { kept in
                    guard (kept[change.kind]?[change.user]?.kept.revision ?? 0) == change.after else { return false }
                    let new = Kept(revision: change.after + 1, text: change.text)
                    kept[change.kind, default: [:]][change.user] = Entry(kept: new, due: change.due)
                    return true
                }
            },
            due: { kind, now, limit in
                let due = kept.withLockedValue { $0[kind] ?? [:] }
                    .compactMap { user, entry in entry.due.map { (at: $0, user: user) } }.filter { $0.at <= now }
                return due.sorted { ($0.at, $0.user) < ($1.at, $1.user) }.prefix(max(1, limit)).map(\.user)
            })
    }

    private struct Entry: Sendable {
        var kept: Kept
        var due: Date?
    }
}
