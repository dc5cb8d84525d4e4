public import CoreMetrics
import NIOConcurrencyHelpers

/// Counters by name, `label` or `label/value/…` with the values of their dimensions. Nothing else is kept.
public final class CountingMetrics: MetricsFactory {
    private let counts = NIOLockedValueBox<[String: Int64]>([:])

    /// All counters at zero.
    public init() {}

    /// What a counter has come to.
    public func value(_ name: String) -> Int64 { counts.withLockedValue { $0[name] ?? 0 } }

    /// A counter that is kept.
    public func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
        Counting(name: ([label] + dimensions.map(\.1)).joined(separator: "/"), counts: counts)
    }
    /// Goes nowhere.
    public func makeRecorder(label: String, dimensions: [(String, String)], aggregate: Bool) -> any RecorderHandler {
        NOOPMetricsHandler.instance
    }
    /// Goes nowhere.
    public func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
        NOOPMetricsHandler.instance
    }
    /// Keeps the count.
    public func destroyCounter(_ handler: any CounterHandler) {}
    /// Does nothing.
    public func destroyRecorder(_ handler: any RecorderHandler) {}
    /// Does nothing.
    public func destroyTimer(_ handler: any TimerHandler) {}

    private final class Counting: CounterHandler {
        private let name: String
        private let counts: NIOLockedValueBox<[String: Int64]>

        init(name: String, counts: NIOLockedValueBox<[String: Int64]>) {
            self.name = name
            self.counts = counts
        }

        func increment(by amount: Int64) { counts.withLockedValue { $0[name, default: 0] += amount } }
        func reset() { counts.withLockedValue { $0[name] = 0 } }
    }
}
