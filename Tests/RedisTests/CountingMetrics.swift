import CoreMetrics
import NIOConcurrencyHelpers

/// Counters by label and their first dimension's value; nothing else is asked for here.
final class CountingMetrics: MetricsFactory {
    private let counts = NIOLockedValueBox<[String: Int64]>([:])

    func value(_ name: String) -> Int64 { counts.withLockedValue { $0[name] ?? 0 } }

    func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
        Counting(name: ([label] + dimensions.map(\.1)).joined(separator: "/"), counts: counts)
    }
    func makeRecorder(label: String, dimensions: [(String, String)], aggregate: Bool) -> any RecorderHandler {
        NOOPMetricsHandler.instance
    }
    func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler { NOOPMetricsHandler.instance }
    func destroyCounter(_ handler: any CounterHandler) {}
    func destroyRecorder(_ handler: any RecorderHandler) {}
    func destroyTimer(_ handler: any TimerHandler) {}

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
