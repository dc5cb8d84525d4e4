internal import Analyses
internal import Ports

/// What every dependency said when it was last asked.
struct ReadinessReport: Sendable {
    struct Line: Sendable {
        var name: String
        var isNeeded: Bool
        /// Why it is down; nil is up.
        var reason: PortError.Code?
        var latency: Duration
    }

    var lines: [Line]

    /// Whether the service is of use.
    var isReady: Bool { lines.allSatisfy { !$0.isNeeded || $0.reason == nil } }

    /// The answer's body. It names codes only: this page is open.
    func json(isDraining: Bool, warnings: [String] = []) -> JSON {
        var members = [JSON.Member("status", .string(status(isDraining)))]
        if isDraining || !isReady {
            let words = isDraining ? "The service is going away." : "A needed dependency does not answer."
            members += [JSON.Member("detail", .string(words)), JSON.Member("code", "not_ready")]
        }
        members.append(JSON.Member("dependencies", .array(lines.map(Self.json))))
        members.append(JSON.Member("warnings", .array(warnings.map { .string($0) })))
        return .object(members)
    }

    private func status(_ isDraining: Bool) -> String {
        if isDraining { return "draining" }
        guard isReady else { return "unavailable" }
        return lines.allSatisfy { $0.reason == nil } ? "ready" : "degraded"
    }

    private static func json(_ line: Line) -> JSON {
        [
            "name": .string(line.name), "state": line.reason == nil ? "up" : "down", "needed": .bool(line.isNeeded),
            "latencyMs": .number((line.latency.milliseconds * 100).rounded() / 100),
            "reason": .string(orNull: line.reason?.rawValue),
        ]
    }
}
