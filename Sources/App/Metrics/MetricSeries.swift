internal import CoreMetrics
internal import NIOConcurrencyHelpers

/// One labelled line (or histogram) of a metric: the handler swift-metrics writes into.
final class MetricSeries: Sendable {
    /// How Prometheus reads the family.
    enum Kind: String, Sendable { case counter, gauge, histogram }

    /// What has been recorded.
    struct Values: Sendable {
        var sum = 0.0
        var count = 0
        /// Observations per bucket, not cumulated.
        var buckets: [Int]
    }

    let kind: Kind
    let labels: [(name: String, value: String)]
    let bounds: [Double]
    private let values: NIOLockedValueBox<Values>

    init(kind: Kind, labels: [(name: String, value: String)], bounds: [Double]) {
        self.kind = kind
        self.labels = labels
        self.bounds = bounds
        values = NIOLockedValueBox(Values(buckets: Array(repeating: 0, count: bounds.count)))
    }

    var current: Values { values.withLockedValue { $0 } }

    private func observe(_ value: Double) {
        values.withLockedValue { state in
            state.sum += value
            state.count += 1
            if let slot = bounds.firstIndex(where: { value <= $0 }) { state.buckets[slot] += 1 }
        }
    }
}

extension MetricSeries: CounterHandler, FloatingPointCounterHandler {
    func increment(by amount: Int64) { increment(by: Double(amount)) }
    func increment(by amount: Double) { values.withLockedValue { $0.sum += amount } }
    func reset() {
        values.withLockedValue { $0 = Values(buckets: Array(repeating: 0, count: bounds.count)) }
    }
}

extension MetricSeries: MeterHandler, RecorderHandler, TimerHandler {
    func set(_ value: Int64) { set(Double(value)) }
    func set(_ value: Double) { values.withLockedValue { $0.sum = value } }
    func decrement(by amount: Double) { increment(by: -amount) }
    func record(_ value: Int64) { record(Double(value)) }
    func record(_ value: Double) { kind == .histogram ? observe(value) : set(value) }
    func recordNanoseconds(_ duration: Int64) { observe(Double(duration) / 1e9) }
}
