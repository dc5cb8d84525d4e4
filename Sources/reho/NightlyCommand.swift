import App
import ArgumentParser
import Finance
import FoundationEssentials
import Logging
import Ports

/// `reho nightly`
struct NightlyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "nightly", abstract: "Carry out one nightly run here, and say how it went.",
        discussion: "Only one run is under way at a time on one database; this one waits its turn.")

    @Option(help: "Only this person, 24 hex digits.")
    var user: String?

    @Option(help: "As of noon of this day, YYYY-MM-DD; now unless given.")
    var date: String?

    func run() async throws {
        let only = user.flatMap { UserID($0) }
        if user != nil, only == nil { throw ValidationError("--user must be 24 hex digits") }
        let day = date.flatMap { Day($0) }
        if date != nil, day == nil { throw ValidationError("--date must be like 2026-11-21") }
        let settings = try Settings.fromProcess()
        let progress = NightProgress(isTerminal: isTerminal)
        let run: RunRecord
        do {
            run = try await Nightly.run(
                settings, only: only, day: day, logger: Bootstrap.logger(level: .warning),
                watch: { show(progress.line($0, at: Date())) })
        } catch {
            complain("the night could not be carried out: \(error)")
            throw ExitCode.failure
        }
        show(progress.ending(run))
        if run.state != .done || run.tally.failed > 0 { throw ExitCode.failure }
    }
}

/// What is printed while a run is under way: one line that is drawn anew on a terminal, plain lines elsewhere.
struct NightProgress: Sendable {
    /// Whether somebody watches.
    let isTerminal: Bool

    /// How far a run is: a bar, how many a second, how long it will take, how many failed.
    func line(_ run: RunRecord, at now: Date) -> String {
        let tally = run.tally
        let seconds = max(0.001, now.timeIntervalSince(run.startedAt ?? now))
        let rate = Double(tally.seen) / seconds
        let whole = tally.population ?? max(tally.seen, 1)
        let share = min(1, Double(tally.seen) / Double(max(whole, 1)))
        let left = rate > 0 ? Int((Double(max(0, whole - tally.seen)) / rate).rounded(.up)) : 0
        let text =
            "\(tally.seen)/\(whole) people · \(Int(rate))/s · \(left) s left · \(tally.failed + run.again.count) failed"
        guard isTerminal else { return text + "\n" }
        let filled = Int(share * 24)
        return "\r[\(String(repeating: "=", count: filled))\(String(repeating: " ", count: 24 - filled))] \(text)   "
    }

    /// What a run did.
    func ending(_ run: RunRecord) -> String {
        let tally = run.tally
        var lines = [
            "\(run.id): \(run.state.rawValue)\(run.reason.map { " (\($0))" } ?? "")",
            "  \(tally.changed) changed, \(tally.unchanged) unchanged, \(tally.gone) gone, \(tally.failed) failed",
            "  \(tally.worded) reports worded by a model, \(tally.erased) people forgotten, \(tally.purged) documents too old",
        ]
        lines += tally.causes.sorted { $0.key < $1.key }.map { "  failed: \($0.value) × \($0.key)" }
        return (isTerminal ? "\n" : "") + lines.joined(separator: "\n") + "\n"
    }
}
