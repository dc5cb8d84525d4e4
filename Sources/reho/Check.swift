import App
import ArgumentParser
import Logging

/// `reho check`
struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Read the settings, try every dependency, say what to do about what fails.")

    @Flag(help: "Only ask the running server whether it is alive.")
    var live = false

    func run() async throws {
        let settings = try Settings.fromProcess()
        if live { return try await Self.askServer(settings) }
        let report = await CheckReport.make(settings, logger: Bootstrap.logger(level: .critical))
        for line in report.lines {
            show(line.failure.map { "FAIL  \(line.name): \($0)\n" } ?? "ok    \(line.name): \(line.note)\n")
        }
        if !report.advice.isEmpty {
            show("\nSlow without these; for the owner of the database to run:\n")
            for command in report.advice { show("  \(command)\n") }
        }
        if !report.isGood { throw ExitCode.failure }
    }

    private static func askServer(_ settings: Settings) async throws {
        do {
            try await LiveCheck.run(settings)
        } catch {
            complain("not alive: \(error)")
            throw ExitCode.failure
        }
    }
}
