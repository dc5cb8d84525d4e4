internal import NIOConcurrencyHelpers
internal import Ports

/// Asks every dependency at once, each within a limit, and gives the answer again for a while, so that no number of
/// probes makes more than one round of questions at a time: whoever comes while one is made waits for that one.
///
/// A dependency that is too slow is cancelled and then waited for: every port ends when its task is cancelled.
final class Readiness: Sendable {
    private typealias Waiter = CheckedContinuation<ReadinessReport, Never>

    private struct State {
        /// The newest report and until when it is given again.
        var known: (report: ReadinessReport, until: Duration)?
        /// Who waits for the round that is being made; nil when none is.
        var waiters: [Waiter]?
    }

    private enum Turn {
        case given(ReadinessReport)
        case follow
        case lead
    }

    private let dependencies: [Dependency]
    private let limits: RouteLimits
    private let clock: any Clock<Duration>
    private let uptime: @Sendable () -> Duration
    private let state = NIOLockedValueBox(State())

    init(_ dependencies: [Dependency], limits: RouteLimits, clock: any Clock<Duration>) {
        self.dependencies = dependencies
        self.limits = limits
        self.clock = clock
        uptime = clock.uptime()
    }

    /// The newest report, made now unless one is fresh.
    func report() async -> ReadinessReport {
        switch enter() {
        case .given(let report): return report
        case .follow: return await withCheckedContinuation(join)
        case .lead:
            let report = await ask()
            finish(report)
            return report
        }
    }

    private func enter() -> Turn {
        let now = uptime()
        return state.withLockedValue { state in
            if let known = state.known, now < known.until { return .given(known.report) }
            guard state.waiters == nil else { return .follow }
            state.waiters = []
            return .lead
        }
    }

    /// The round may have ended between `enter` and here; then its report is the newest.
    private func join(_ waiter: Waiter) {
        let report = state.withLockedValue { state -> ReadinessReport? in
            guard state.waiters == nil else {
                state.waiters?.append(waiter)
                return nil
            }
            return state.known?.report ?? ReadinessReport(lines: [])
        }
        if let report { waiter.resume(returning: report) }
    }

    /// A round whose own request was given up says nothing about the dependencies and is not given again.
    private func finish(_ report: ReadinessReport) {
        let until = Task.isCancelled ? .zero : uptime() + limits.readinessAge
        let waiters = state.withLockedValue { state in
            defer { state.waiters = nil }
            state.known = (report, until)
            return state.waiters ?? []
        }
        for waiter in waiters { waiter.resume(returning: report) }
    }

    private func ask() async -> ReadinessReport {
        await withTaskGroup(of: (Int, ReadinessReport.Line).self) { group in
            for (place, dependency) in dependencies.enumerated() {
                group.addTask { (place, await self.ask(dependency)) }
            }
            let lines = await group.reduce(into: []) { $0.append($1) }
            return ReadinessReport(lines: lines.sorted { $0.0 < $1.0 }.map(\.1))
        }
    }

    private func ask(_ dependency: Dependency) async -> ReadinessReport.Line {
        let start = uptime()
        let reason = await withTaskGroup(of: PortError.Code?.self) { group in
            group.addTask {
                do throws(PortError) {
                    try await dependency.probe()
                    return nil
                } catch { return error.code }
            }
            group.addTask {
                try? await self.clock.sleep(for: self.limits.probe)
                return .timeout
            }
            defer { group.cancelAll() }
            return await group.next() ?? .timeout
        }
        return .init(
            name: dependency.name, isNeeded: dependency.isNeeded, reason: reason, latency: uptime() - start)
    }
}
