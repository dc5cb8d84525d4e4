import Analyses
import Finance
import NIOConcurrencyHelpers
public import Ports

extension Triage {
    /// Risk assessments in memory.
    public static func inMemory() -> Triage {
        let kept = NIOLockedValueBox<[UserID: (row: TriageRow, night: PreviousRisk)]>([:])
        return Triage(
            save: { row, night in kept.withLockedValue { $0[row.userID] = (row, night) } },
            previous: { user in kept.withLockedValue { $0[user]?.night } },
            page: { level, after, limit in
                let rows = kept.withLockedValue { $0.values.map(\.row) }.sorted { $0.cursor < $1.cursor }
                let wanted = rows.filter { row in
                    (level == nil || row.level == level) && (after.map { $0 < row.cursor } ?? true)
                }
                return Array(wanted.prefix(max(1, limit)))
            },
            counts: { kept.withLockedValue { Dictionary(grouping: $0.values, by: \.row.level).mapValues(\.count) } })
    }
}
