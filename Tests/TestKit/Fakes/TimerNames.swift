public import CoreMetrics
import NIOConcurrencyHelpers

/// Names of timers in the order they were recorded, `label/value/…` with the values of their dimensions. Nothing else is
/// kept.
public final class TimerNames: MetricsFactory {
    private let names = NIOLockedValueBox<[String]>([])

    /// Nothing recorded.
    public init() {}

    /// Every record so far.
    public var all: [String] { names.withLockedValue { $0 } }

    /// A timer whose records are noted.
    public func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
        Noting(name: ([label] + dimensions.map(\.1)).joined(separator: "/"), names: names)
    }
    /// Goes nowhere.
    public func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
        NOOPMetricsHandler.instance
    }
    /// Goes nowhere.
    public func makeRecorder(label: String, dimensions: [(String, String)], aggregate: Bool) -> any RecorderHandler {
        NOOPMetricsHandler.instance
    }
    /// Does nothing.
    public func destroyCounter(_ handler: any CounterHandler) {}
    /// Does nothing.
    public func destroyRecorder(_ handler: any RecorderHandler) {}
    /// Keeps the names.
    public func destroyTimer(_ handler: any TimerHandler) {}

    private final class Noting: TimerHandler {
        private let name: String
        private let names: NIOLockedValueBox<[String]>

        init(name: String, names: NIOLockedValueBox<[String]>) {
            self.name = name
            self.names = names
        }

        func recordNanoseconds(_ duration: Int64) { names.withLockedValue { $0.append(name) } }
    }
}
