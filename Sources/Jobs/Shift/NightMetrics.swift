internal import FoundationEssentials
internal import Metrics
internal import Ports

/// What the operator can count of nights. Labels come from closed sets; nobody is named.
struct NightMetrics: Sendable {
    private let seconds = Timer(label: "sidecar_nightly_run_seconds")
    /// Unix time, so that an alarm can be raised on a night that did not end.
    private let ended = Gauge(label: "sidecar_nightly_last_end_seconds")
    private let slowest = Gauge(label: "sidecar_nightly_person_p95_milliseconds")

    /// A run has ended, one way or the other.
    func ended(_ run: RunRecord) {
        Counter(label: "sidecar_nightly_runs_total", dimensions: [("state", run.state.rawValue)]).increment()
        let tally = run.tally
        for (outcome, count) in [
            ("changed", tally.changed), ("unchanged", tally.unchanged), ("gone", tally.gone), ("failed", tally.failed),
        ] {
            Counter(label: "sidecar_nightly_people_total", dimensions: [("outcome", outcome)]).increment(by: count)
        }
        Counter(label: "sidecar_nightly_alerts_total").increment(by: tally.alerts)
        Counter(label: "sidecar_nightly_insights_total").increment(by: tally.insights)
        Counter(label: "sidecar_nightly_tokens_total").increment(by: tally.tokens)
        if let end = run.endedAt, let start = run.startedAt {
            ended.record(end.timeIntervalSince1970)
            seconds.recordSeconds(end.timeIntervalSince(start))
        }
        if let p95 = tally.p95 { slowest.record(p95) }
    }
}
