import NIOConcurrencyHelpers
public import Ports

extension Runs {
    /// Runs in memory, with these in it at first.
    public static func inMemory(_ stored: [RunRecord] = []) -> Runs {
        let kept = NIOLockedValueBox(Dictionary(uniqueKeysWithValues: stored.map { ($0.id, Entry(record: $0)) }))
        return Runs(
            want: { record in
                kept.withLockedValue { kept in
                    let there = kept[record.id] ?? Entry(record: record)
                    kept[record.id] = there
                    return there.record
                }
            },
            next: {
                kept.withLockedValue { kept in kept.values.map(\.record).filter { !$0.isOver }.min { $0 < $1 } }
            },
            save: { record, fence in
                kept.withLockedValue { kept in
                    guard let there = kept[record.id], there.fence <= fence else { return false }
                    kept[record.id] = Entry(record: record, fence: fence)
                    kept[record.id]?.record.isUnwanted = there.record.isUnwanted
                    return true
                }
            },
            stop: { id in
                kept.withLockedValue { kept in
                    if kept[id]?.record.isOver == false { kept[id]?.record.isUnwanted = true }
                    return kept[id]?.record
                }
            },
            find: { id in kept.withLockedValue { $0[id]?.record } },
            newest: { limit in
                let all = kept.withLockedValue { $0.values.map(\.record) }
                return Array(all.sorted { $1 < $0 }.prefix(max(1, limit)))
            })
    }

    private struct Entry: Sendable {
        var record: RunRecord
        var fence = Fence(0)
    }
}

extension RunRecord {
    /// The one asked for earlier comes first.
    fileprivate static func < (lhs: RunRecord, rhs: RunRecord) -> Bool {
        (lhs.requestedAt, lhs.id) < (rhs.requestedAt, rhs.id)
    }
}
