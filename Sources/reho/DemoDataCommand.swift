import App
import ArgumentParser
import Logging

/// `reho demo-data`
struct DemoDataCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo-data", abstract: "Fill the configured MongoDB with the demo people.",
        discussion: "A database that has users is refused.")

    @Flag(help: "List the people's ids instead.")
    var list = false

    func run() async throws {
        let settings = try Settings.fromProcess()
        let logger = Bootstrap.logger(level: .critical)
        do {
            if list {
                for id in try await DemoData.people(settings, logger: logger) { show("\(id)\n") }
            } else {
                show("\(try await DemoData.fill(settings, logger: logger)) demo people are there.\n")
            }
        } catch {
            complain("\(error)")
            throw ExitCode.failure
        }
    }
}
