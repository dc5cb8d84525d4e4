import Finance

@testable import Analyses

/// A model of invented names, trained once for all suites; the published run has more people.
enum StandardModel {
    static let names = SyntheticNames(people: 160, each: 40)
    static let model = CategoryTrainer().model(of: names.learnt, on: Day(number: 20_000))
}
