internal import Analyses
internal import Finance
internal import Hummingbird
internal import Prompts

/// What orchestrators, monitors and the old service's clients ask. None of it needs a token and none of it shows
/// anything of a person; the reverse proxy keeps `/metrics` inside.
enum HealthRoutes {
    static func routes(_ parts: RouteParts) -> [Route] {
        let readiness = Readiness(parts.dependencies, limits: parts.settings.limits, clock: parts.clock)
        return [
            .open(.get, "/health", alive("health", "The process answers (as the old service said it)")) { _, _ in
                .json(["status": "ok"])
            },
            .open(.get, "/health/live", alive("healthLive", "The process answers; asks nothing else")) { _, _ in
                .json(["status": "ok"])
            },
            .open(.get, "/health/ready", ready) { _, _ in
                let report = await readiness.report()
                let isDraining = parts.isDraining()
                return .json(
                    report.json(isDraining: isDraining, warnings: warnings(parts)),
                    status: report.isReady && !isDraining ? .ok : .serviceUnavailable)
            },
            .open(.get, "/metrics", metrics) { _, _ in
                .text(parts.metricsText(), as: "text/plain; version=0.0.4; charset=utf-8")
            },
        ]
    }

    /// What an operator should look at although everything works.
    private static func warnings(_ parts: RouteParts) -> [String] {
        [CareConfig.reviewed.warning(on: Day(parts.now()))].compactMap { $0?.description }
    }

    private static func alive(_ id: String, _ summary: String) -> Operation {
        Operation(
            id: id, summary: summary, tag: "operations",
            answers: [.init(status: 200, words: "Alive.", schema: Schema.object(["status": Schema.oneOf(["ok"])]))])
    }

    private static let ready = Operation(
        id: "healthReady", summary: "Each dependency with its state and latency", tag: "operations",
        answers: [
            .init(status: 200, words: "Every needed dependency answers.", schema: Schema.named("Readiness")),
            .init(
                status: 503, words: "A needed one does not, or the service is going away.",
                schema: Schema.named("Readiness")),
        ])

    private static let metrics = Operation(
        id: "metrics", summary: "Counters and timings in the Prometheus text format", tag: "operations",
        answers: [.init(status: 200, words: "The page.", kind: "text/plain", schema: Schema.text)])
}
