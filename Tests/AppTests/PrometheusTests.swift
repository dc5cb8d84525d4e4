import CoreMetrics
import Testing

@testable import App

@Suite("PrometheusRegistry")
struct PrometheusTests {
    @Test("counters, gauges and timers become text lines with sorted, escaped labels")
    func page() {
        let registry = PrometheusRegistry(secondsBounds: [0.1, 1])
        registry.makeCounter(label: "turns_total", dimensions: [("outcome", "do\"ne\n")]).increment(by: 3)
        registry.makeMeter(label: "open.sockets", dimensions: []).set(Int64(7))
        let timer = registry.makeTimer(label: "turn_seconds", dimensions: [("b", "2"), ("a", "1")])
        timer.recordNanoseconds(50_000_000)
        timer.recordNanoseconds(500_000_000)
        timer.recordNanoseconds(5_000_000_000)
        let expected = """
            # TYPE open_sockets gauge
            open_sockets 7
            # TYPE turn_seconds histogram
            turn_seconds_bucket{a="1",b="2",le="0.1"} 1
            turn_seconds_bucket{a="1",b="2",le="1"} 2
            turn_seconds_bucket{a="1",b="2",le="+Inf"} 3
            turn_seconds_sum{a="1",b="2"} 5.55
            turn_seconds_count{a="1",b="2"} 3
            # TYPE turns_total counter
            turns_total{outcome="do\\"ne\\n"} 3

            """
        #expect(registry.render() == expected)
    }

    @Test("the same name and labels are the same series")
    func sameSeries() {
        let registry = PrometheusRegistry()
        registry.makeCounter(label: "n", dimensions: [("a", "1"), ("b", "2")]).increment(by: 1)
        registry.makeCounter(label: "n", dimensions: [("b", "2"), ("a", "1")]).increment(by: 1)
        #expect(registry.render().contains(#"n{a="1",b="2"} 2"#))
    }

    @Test("label values past the limit are dropped and counted, so that no caller fills memory")
    func bounded() {
        let registry = PrometheusRegistry(seriesLimit: 10)
        for index in 0..<100 { registry.makeCounter(label: "n", dimensions: [("id", "\(index)")]).increment(by: 1) }
        let page = registry.render()
        #expect(page.split(separator: "\n").count { $0.hasPrefix("n{") } == 10)
        #expect(page.contains(#"sidecar_metrics_dropped_total{metric="n"} 90"#))
    }

    @Test("one name cannot be two kinds: the later one is not shown")
    func oneKind() {
        let registry = PrometheusRegistry()
        registry.makeCounter(label: "n", dimensions: []).increment(by: 1)
        registry.makeMeter(label: "n", dimensions: []).set(Int64(9))
        #expect(registry.render().contains("# TYPE n counter\nn 1\n"))
    }
}
