import Finance

@testable import Analyses

/// The model of the standard invented names, trained once for all suites.
enum StandardModel {
    static let names = SyntheticNames()
    static let model = CategoryTrainer().model(of: names.learnt, on: Day(number: 20_000))
}
