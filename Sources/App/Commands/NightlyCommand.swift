public import Finance
internal import FoundationEssentials
internal import Jobs
public import Logging
public import Ports

/// One nightly run in this process.
public enum Nightly {
    /// Asks for a run of everyone, or of one person, as of `day` at noon (nil: now), and carries it out. Gives what it
    /// did; `watch` hears how far it is.
    public static func run(
        _ settings: Settings, only: UserID?, day: Day?, logger: Logger, watch: @escaping @Sendable (RunRecord) -> Void
    ) async throws -> RunRecord {
        let parts = try await Parts(settings, now: { Date() }, logger: logger)
        do {
            try await parts.store.prepare()
            let asOf = day?.start.addingTimeInterval(12 * 3_600) ?? parts.now()
            let number = Int(parts.now().timeIntervalSince1970)
            let wish = RunRecord(
                id: "\(RunRecord.id(of: Day(asOf)))-c\(number)", night: Day(asOf), asOf: asOf, trigger: .command,
                only: only, at: parts.now())
            let ended = try await parts.nightShift.runNow(wish, progress: watch)
            await parts.close()
            return ended
        } catch {
            await parts.close()
            throw error
        }
    }
}
