internal import CoreMetrics
internal import NIOConcurrencyHelpers

/// The swift-metrics backend behind `GET /metrics`. A family holds at most `seriesLimit` label combinations; what comes
/// after them is counted in `sidecar_metrics_dropped_total` and otherwise ignored, so that no caller can fill memory by
/// inventing label values.
final class PrometheusRegistry: MetricsFactory, Sendable {
    struct Family: Sendable {
        var kind: MetricSeries.Kind
        var series: [String: MetricSeries] = [:]
    }

    private let families = NIOLockedValueBox<[String: Family]>([:])
    private let secondsBounds: [Double]
    private let seriesLimit: Int

    /// Upper bounds of every timer's and recorder's buckets, in seconds.
    static let defaultBounds = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60]

    init(secondsBounds: [Double] = defaultBounds, seriesLimit: Int = 200) {
        self.secondsBounds = secondsBounds
        self.seriesLimit = seriesLimit
    }

    /// The text page of everything recorded so far.
    func render() -> String { PrometheusText.page(families.withLockedValue { $0 }) }

    private func series(_ label: String, _ dimensions: [(String, String)], _ kind: MetricSeries.Kind) -> MetricSeries {
        let name = PrometheusText.metricName(label)
        let labels = dimensions.map { (name: PrometheusText.labelName($0.0), value: $0.1) }.sorted { $0.name < $1.name }
        let key = labels.map { "\($0.name)=\($0.value)" }.joined(separator: "\u{1}")
        let made = MetricSeries(kind: kind, labels: labels, bounds: kind == .histogram ? secondsBounds : [])
        let (kept, isDropped) = families.withLockedValue { families -> (MetricSeries, Bool) in
            var family = families[name] ?? Family(kind: kind)
            if let found = family.series[key], family.kind == kind { return (found, false) }
            guard family.kind == kind, family.series.count < seriesLimit else { return (made, true) }
            family.series[key] = made
            families[name] = family
            return (made, false)
        }
        if isDropped { series("sidecar_metrics_dropped_total", [("metric", name)], .counter).increment(by: Int64(1)) }
        return kept
    }

    func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
        series(label, dimensions, .counter)
    }
    func makeFloatingPointCounter(label: String, dimensions: [(String, String)]) -> any FloatingPointCounterHandler {
        series(label, dimensions, .counter)
    }
    func makeMeter(label: String, dimensions: [(String, String)]) -> any MeterHandler {
        series(label, dimensions, .gauge)
    }
    func makeRecorder(label: String, dimensions: [(String, String)], aggregate: Bool) -> any RecorderHandler {
        series(label, dimensions, aggregate ? .histogram : .gauge)
    }
    func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
        series(label, dimensions, .histogram)
    }

    // Handlers live as long as the process: labels are few and bounded.
    func destroyCounter(_ handler: any CounterHandler) {}
    func destroyFloatingPointCounter(_ handler: any FloatingPointCounterHandler) {}
    func destroyMeter(_ handler: any MeterHandler) {}
    func destroyRecorder(_ handler: any RecorderHandler) {}
    func destroyTimer(_ handler: any TimerHandler) {}
}
