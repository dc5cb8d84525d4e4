internal import Finance
internal import FoundationEssentials
public import Logging
public import Ports

/// Watches the clock and the wishes for runs, and carries them out when it gets the right to. Any number of instances may
/// watch; one runs.
///
/// ```
///   the clock ──▶ wish ─┐
///   /schedule ──▶ wish ─┼─▶ lease ─▶ NightRun ─▶ done
///   reho nightly ▶ wish ┘     └─ somebody else has it: look again later
/// ```
public struct NightShift: Sendable {
    private let ports: NightPorts
    private let settings: NightSettings
    /// Tells this process from any other that may hold the lease.
    private let owner: String
    private let logger: Logger
    private let metrics = NightMetrics()

    /// A shift that has not begun.
    public init(ports: NightPorts, settings: NightSettings, owner: String, logger: Logger) {
        self.ports = ports
        self.settings = settings
        self.owner = owner
        self.logger = logger
    }

    /// The name of the right to run.
    static let lease = "nightly"

    /// Watches until cancelled: looks every so often, and at once when the bell is rung that `hangUp` is given. A store
    /// that is away is asked again later.
    public func watch(_ hangUp: (_ ring: @escaping @Sendable () -> Void) async -> Void = { _ in }) async {
        // However often it rings during a look, one look follows.
        let (bell, hand) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        await hangUp { hand.yield() }
        await withDiscardingTaskGroup { group in
            group.addTask {
                while !Task.isCancelled {
                    hand.yield()
                    try? await ports.clock.sleep(for: settings.poll)
                }
                hand.finish()
            }
            for await _ in bell {
                do { try await look() } catch is CancellationError { break } catch {
                    logger.warning("nightly.not_run", metadata: ["error": "\(error)"])
                }
            }
            group.cancelAll()
        }
    }

    /// One look: wishes for the clock, and carries out what is wanted.
    func look() async throws {
        try await wishForClock()
        while try await ports.runs.next() != nil {
            guard try await carryNext(watching: { _ in }) != nil else { return }
        }
    }

    /// Asks for a run of today and carries it out in this process; waits for the right to. `progress` hears how far it is.
    /// A store that is away for so long that the right is lost sets it back: it goes on where it stands.
    public func runNow(
        _ wish: RunRecord, progress: @escaping @Sendable (RunRecord) -> Void
    ) async throws -> RunRecord {
        let wanted = try await ports.runs.want(wish)
        var setbacks = 0
        while true {
            try Task.checkCancellation()
            do {
                let stored = try await ports.runs.find(wanted.id) ?? wanted
                if stored.isOver { return stored }
                if try await carryNext(watching: progress) != nil { continue }
            } catch let error where Self.passes(error) && setbacks < settings.setbacks {
                setbacks += 1
                logger.warning("nightly.set_back", metadata: ["error": "\(error)", "times": "\(setbacks)"])
                try await ports.clock.sleep(for: settings.setbackPause)
            }
            try await ports.clock.sleep(for: .seconds(1))
        }
    }

    private static func passes(_ error: any Error) -> Bool {
        if case NightRun.Halt.lostLease = error { return true }
        return (error as? PortError)?.isRetryable ?? false
    }

    /// The clock's run of the newest night that has begun; the id keeps it from being wished for twice, and of several
    /// missed nights only the newest is made up for.
    private func wishForClock() async throws(PortError) {
        guard let time = settings.time else { return }
        let now = ports.now()
        let night = time.latest(at: now).day
        let id = RunRecord.id(of: night)
        guard try await ports.runs.find(id) == nil else { return }
        _ = try await ports.runs.want(RunRecord(id: id, night: night, asOf: now, trigger: .clock, at: now))
    }

    /// Carries out the oldest run that is not over; nil when there is none or somebody else is at it.
    private func carryNext(watching: @escaping @Sendable (RunRecord) -> Void) async throws -> RunRecord? {
        guard let fence = try await ports.leases.acquire(Self.lease, owner, settings.lease, ports.now()) else {
            return nil
        }
        // Only now: before, somebody else may just have ended it.
        guard let record = try await ports.runs.next() else {
            try await ports.leases.release(Self.lease, fence)
            return nil
        }
        logger.notice("nightly.begun", metadata: ["run": "\(record.id)", "again": "\(record.state == .running)"])
        let outcome = await carry(record, fence, watching)
        try? await ports.leases.release(Self.lease, fence)
        let ended = try outcome.get()
        metrics.ended(ended)
        logger.notice("nightly.ended", metadata: RunReport(ended).metadata)
        return ended
    }

    /// The run beside the keeping of its lease: whichever ends first ends both.
    private func carry(
        _ record: RunRecord, _ fence: Fence, _ watching: @escaping @Sendable (RunRecord) -> Void
    ) async -> Result<RunRecord, any Error> {
        var run = NightRun(ports: ports, settings: settings, fence: fence, logger: logger)
        run.watch = watching
        return await withTaskGroup(of: Result<RunRecord, any Error>.self) { [run] group in
            group.addTask {
                do { return .success(try await run.carry(record)) } catch { return .failure(error) }
            }
            group.addTask { .failure(await keep(fence)) }
            defer { group.cancelAll() }
            return await group.next() ?? .failure(CancellationError())
        }
    }

    /// Returns when the lease is lost, or may be: after its time has passed without being renewed.
    private func keep(_ fence: Fence) async -> any Error {
        var renewed = ContinuousClock.now
        do {
            while true {
                try await ports.clock.sleep(for: settings.renewal)
                do throws(PortError) {
                    guard try await ports.leases.renew(Self.lease, fence, settings.lease, ports.now()) else { break }
                    renewed = .now
                } catch {
                    guard renewed.duration(to: .now) < settings.lease else { break }
                }
            }
            return NightRun.Halt.lostLease
        } catch { return error }
    }
}
