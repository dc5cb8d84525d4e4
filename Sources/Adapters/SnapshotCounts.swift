internal import Metrics

/// How often the cache of snapshots helped, by a bounded set of words.
struct SnapshotCounts: Sendable {
    enum Event: String, CaseIterable {
        case fresh
        case stale
        case absent
        case over
        case read
        case refreshFailed = "refresh_failed"
        case unwritable
    }

    private let events: [String: Counter]

    init(metrics: any MetricsFactory) {
        let words = Event.allCases.map(\.rawValue) + KeptSnapshot.Fault.allCases.map(\.rawValue)
        events = Dictionary(
            uniqueKeysWithValues: words.map { word in
                let counter = Counter(
                    label: "sidecar_snapshot_cache_total", dimensions: [("result", word)], factory: metrics)
                return (word, counter)
            })
    }

    func count(_ event: Event) { events[event.rawValue]?.increment() }
    func count(_ fault: KeptSnapshot.Fault) { events[fault.rawValue]?.increment() }
}
