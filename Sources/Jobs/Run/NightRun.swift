internal import Finance
internal import FoundationEssentials
internal import Logging
internal import Ports

/// Carries a run through: the recently active first, then everyone in order of id, then those who failed once more, then
/// the closing steps. Where it stands is stored after every batch, so whoever takes it up again goes on from there.
struct NightRun: Sendable {
    let ports: NightPorts
    let settings: NightSettings
    let fence: Fence
    let logger: Logger
    /// Told after every batch.
    var watch: @Sendable (RunRecord) -> Void = { _ in }
    /// When this process took it up: the deadline counts from here, so that a run left lying is not over at once.
    let takenUpAt: Date

    /// A run that has not begun here.
    init(ports: NightPorts, settings: NightSettings, fence: Fence, logger: Logger) {
        self.ports = ports
        self.settings = settings
        self.fence = fence
        self.logger = logger
        takenUpAt = ports.now()
    }

    /// Why a run ends before it is through.
    enum Halt: Error {
        /// Somebody else runs it, or nobody should.
        case lostLease
        /// An operator or the deadline.
        case stopped(String)
    }

    /// Runs to the end; gives the record as it stands then.
    func carry(_ record: RunRecord) async throws -> RunRecord {
        var record = record
        if record.state == .wanted {
            record.state = .running
            record.startedAt = ports.now()
        }
        var progress = RunProgress(record)
        do {
            try await people(&progress)
            try await again(&progress)
            for step in ClosingStep.allCases where !progress.record.closed.contains(step.rawValue) {
                try await close(step, &progress)
            }
            progress.note { $0.state = .done }
        } catch Halt.stopped(let reason) {
            progress.note { record in
                record.state = .stopped
                record.reason = reason
            }
        }
        progress.note { $0.endedAt = ports.now() }
        try await save(&progress)
        return progress.record
    }

    /// Stores where the run stands, and hears whether it should go on.
    func save(_ progress: inout RunProgress) async throws {
        progress.note { $0.updatedAt = ports.now() }
        let record = progress.record
        guard try await patiently({ () throws(PortError) in try await ports.runs.save(record, fence) }) else {
            throw Halt.lostLease
        }
        watch(record)
    }

    /// Whether it should end here.
    func checkWanted(_ record: RunRecord) async throws {
        if try await ports.runs.find(record.id)?.isUnwanted == true { throw Halt.stopped("stopped by an operator") }
        let age = Duration.seconds(ports.now().timeIntervalSince(takenUpAt))
        if age > settings.deadline { throw Halt.stopped("the deadline of \(settings.deadline) has passed") }
    }

    /// Tries what the store may do a little later, with growing pauses of random length.
    func patiently<Value: Sendable>(_ call: () async throws(PortError) -> Value) async throws -> Value {
        var pause = settings.pause
        for _ in 1..<max(1, settings.batchAttempts) {
            do throws(PortError) { return try await call() } catch { guard error.isRetryable else { throw error } }
            try await ports.clock.sleep(for: pause * Double.random(in: 0.5...1))
            pause = min(pause * 2, settings.longestPause)
        }
        return try await call()
    }
}
