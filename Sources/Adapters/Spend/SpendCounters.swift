internal import Metrics
internal import Ports

/// What the operator sees of the desk.
struct SpendCounters: Sendable {
    let metrics: any MetricsFactory

    /// A call was settled.
    func settled(_ settlement: SpendSettlement) {
        guard let taken = settlement.taken else { return }
        let feature = settlement.reservation.feature
        counter("sidecar_spend_microdollars_total", feature).increment(by: taken.cost.microdollars)
        if taken.isEstimated { counter("sidecar_spend_estimated_total", feature).increment() }
        if taken.cost > settlement.reservation.amount {
            counter("sidecar_spend_beyond_reserved_total", feature).increment()
        }
    }

    /// A call was not allowed: by a cap, or since the `ledger` could not be asked.
    func refused(_ cap: String, _ feature: SpendFeature) {
        Counter(
            label: "sidecar_spend_refusals_total", dimensions: [("cap", cap), ("feature", feature.rawValue)],
            factory: metrics
        ).increment()
    }

    /// The store took no settlements.
    func failedToSettle() { Counter(label: "sidecar_spend_settle_failures_total", factory: metrics).increment() }

    /// So many settlements wait or were let go.
    func unsettled(_ count: Int) { Gauge(label: "sidecar_spend_unsettled", factory: metrics).record(count) }

    private func counter(_ label: String, _ feature: SpendFeature) -> Counter {
        Counter(label: label, dimensions: [("feature", feature.rawValue)], factory: metrics)
    }
}
