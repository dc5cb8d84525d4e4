internal import Analyses
internal import Finance
internal import Hummingbird
internal import Ports

/// What models cost, against their caps. Nobody is named.
enum UsageRoute {
    static func route(_ parts: RouteParts, at door: Door) -> Route {
        .admin(.get, "/admin/usage", description, at: door) { request, _, _ in
            let count = try QueryReader(request).whole("days", in: 1...SpendLedger.mostDays, default: usual)
            let now = parts.now()
            let days = Day(now).advanced(by: 1 - count)...Day(now)
            let report = SpendReport(
                try await parts.stores.spending.usage(days), caps: parts.settings.spendCaps,
                prices: parts.settings.prices, days: days, asOf: now)
            return .json(report.json)
        }
    }

    /// Days that are shown when nothing is said.
    private static let usual = 30

    private static let description = Operation(
        id: "adminUsage", summary: "What models cost by day, feature and model, and the caps in force", tag: "admin",
        parameters: [
            .init(
                name: "days", words: "How many days back, today included.",
                schema: Schema.whole(1...SpendLedger.mostDays, default: usual))
        ],
        answers: [
            .init(
                status: 200, words: "Totals, and a line for each day, feature and model.",
                schema: Schema.object([
                    "asOf": Schema.time, "from": Schema.day, "through": Schema.day, "currency": Schema.text,
                    "basis": Schema.text, "pricesReviewedOn": Schema.day, "resetsAt": Schema.time,
                    "caps": Schema.anything, "unlistedModels": Schema.list(Schema.text), "total": Schema.anything,
                    "byFeature": Schema.list(Schema.anything), "byModel": Schema.list(Schema.anything),
                    "byDay": Schema.list(Schema.anything), "lines": Schema.list(Schema.anything),
                    "lineCount": Schema.whole,
                ])), .problem(422, "A value in the query cannot be used."),
        ])
}
