import Analyses
import ArgumentParser
import Finance
import FoundationEssentials

/// `reho categorise`
struct CategoriseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "categorise", abstract: "Print how well names of payments are put into categories.",
        discussion: "Trained and measured on invented UK names; none of those measured was seen in training.")

    func run() async throws {
        guard let evaluation = CategoryEvaluation.synthetic(on: Day(Date())) else { throw ExitCode.failure }
        show(evaluation.table + "\n")
    }
}
