internal import Analyses
internal import Finance
internal import FoundationEssentials
internal import Ports

extension RunRecord {
    /// The run report: what an operator needs to know that the night went well, or why it did not. Ids of people are in
    /// it where their night failed, and nothing else of them.
    func json(now: Date) -> JSON {
        .object([
            JSON.Member("id", .string(id)), JSON.Member("night", .string(night.description)),
            JSON.Member("asOf", .string(asOf.rfc3339)), JSON.Member("trigger", .string(trigger.rawValue)),
            JSON.Member("userId", .string(orNull: only?.hex)), JSON.Member("state", .string(state.rawValue)),
            JSON.Member("reason", .string(orNull: reason)), JSON.Member("isStopping", .bool(isUnwanted && !isOver)),
            JSON.Member("requestedAt", .string(requestedAt.rfc3339)),
            JSON.Member("startedAt", .string(orNull: startedAt?.rfc3339)),
            JSON.Member("updatedAt", .string(updatedAt.rfc3339)),
            JSON.Member("endedAt", .string(orNull: endedAt?.rfc3339)),
            JSON.Member("seconds", startedAt.map { .number((endedAt ?? now).timeIntervalSince($0)) } ?? .null),
            JSON.Member("people", tally.people), JSON.Member("wording", tally.wording),
            JSON.Member(
                "levels", .object(tally.levels.sorted { $0.key < $1.key }.map { .init($0.key, .int(Int64($0.value))) })),
            JSON.Member("categories", categories?.json ?? .null),
            JSON.Member("closed", .array(closed.map { .string($0) })),
            JSON.Member("failures", .array(failures.map(\.json))),
        ])
    }
}

extension RunRecord.Failure {
    fileprivate var json: JSON {
        ["userId": .string(user.hex), "cause": .string(cause), "attempts": .int(Int64(attempts))]
    }
}

extension RunRecord.Tally {
    fileprivate var people: JSON {
        [
            "population": .count(orNull: population), "seen": .int(Int64(seen)), "changed": .int(Int64(changed)),
            "unchanged": .int(Int64(unchanged)), "gone": .int(Int64(gone)), "failed": .int(Int64(failed)),
            "causes": .object(causes.sorted { $0.key < $1.key }.map { .init($0.key, .int(Int64($0.value))) }),
            "medianMs": median.map { .number($0) } ?? .null, "p95Ms": p95.map { .number($0) } ?? .null,
            "alerts": .int(Int64(alerts)), "insights": .int(Int64(insights)), "purged": .int(Int64(purged)),
            "erased": .int(Int64(erased)),
        ]
    }

    fileprivate var wording: JSON {
        ["worded": .int(Int64(worded)), "unworded": .int(Int64(unworded)), "tokens": .int(Int64(tokens))]
    }
}
