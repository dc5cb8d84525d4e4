internal import Analyses
internal import Finance
internal import Hummingbird
internal import Ports

/// The four tips of the calculators (contract 5.4), worded here from the newest calculations and the month's own figures:
/// nothing to wait for and nothing to go stale.
enum TipsRoute {
    static func route(_ parts: RouteParts, at door: Door) -> Route {
        .person(.get, "/calculator/tips", description, at: door) { _, _, caller in
            let now = parts.now()
            async let documents = parts.stores.calculators.newest(caller.user)
            let snapshot = try await parts.snapshots.read(caller.user, Month(containing: now), now)
            return .json(CalculatorTips(of: snapshot, documents: try await documents).legacyJSON)
        }
    }

    private static let description = Operation(
        id: "calculatorTips", summary: "A tip on each of the caller's newest calculations", tag: "feedback",
        answers: [
            .init(
                status: 200, words: "Four texts; one asks for a calculation where there is none.",
                schema: Schema.object([
                    "savingsTip": Schema.text, "loanTip": Schema.text, "futureValueTip": Schema.text,
                    "historicalTip": Schema.text,
                ])), .problem(404, "The caller has no records here any more."),
        ])
}
