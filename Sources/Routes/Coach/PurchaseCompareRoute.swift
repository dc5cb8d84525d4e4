internal import Analyses
internal import Finance
internal import Hummingbird
internal import Ports

/// Two to five things the caller could buy, side by side. Nothing is kept and nothing recommended.
enum PurchaseCompareRoute {
    static func routes(_ parts: RouteParts, at door: Door) -> [Route] {
        [
            .person(.post, "/me/purchases/compare", description, at: door) { request, context, caller in
                let options = try await JSONBody.read(Body.self, request, context).purchases
                let now = parts.now()
                let snapshot = try await parts.snapshots.read(caller.user, Month(containing: now), now)
                do throws(PurchaseFault) {
                    return .json(try PurchaseComparison(options, in: snapshot).json)
                } catch {
                    throw Problem.invalid("options", error.words)
                }
            }
        ]
    }

    private struct Body: Decodable {
        struct Option: Decodable {
            /// What it is.
            var name: String
            /// Pounds at once; nothing when left out.
            var price: Double?
            /// Pounds each month; nothing when left out.
            var monthly: Double?
            /// For how many months; without an end when left out.
            var months: Int?
        }

        var options: [Option]

        var purchases: [PurchaseOption] {
            get throws(Problem) {
                var purchases: [PurchaseOption] = []
                for option in options {
                    guard option.months.map({ (1...PurchaseOption.mostMonths).contains($0) }) ?? true else {
                        throw .invalid("months", "a whole number from 1 to \(PurchaseOption.mostMonths)")
                    }
                    purchases.append(
                        PurchaseOption(
                            name: option.name, price: try Self.money(option.price, "price") ?? .zero,
                            monthly: try Self.money(option.monthly, "monthly"), months: option.months))
                }
                return purchases
            }
        }

        private static func money(_ pounds: Double?, _ field: String) throws(Problem) -> Money? {
            guard let pounds else { return nil }
            guard case .exact(let money) = Money.reading(pounds: pounds), money >= .zero, money <= .limit else {
                throw .invalid(field, "an amount in pounds, 0 or more")
            }
            return money
        }
    }

    private static let description = Operation(
        id: "comparePurchases", summary: "Puts two to five things side by side", tag: "me",
        body: [
            "type": "object", "required": ["options"],
            "properties": [
                "options": [
                    "type": "array",
                    "items": [
                        "type": "object", "required": ["name"],
                        "properties": [
                            "name": Schema.text, "price": Schema.number, "monthly": Schema.number,
                            "months": ["type": "integer", "minimum": 1, "maximum": 120],
                        ],
                    ],
                ]
            ],
        ],
        answers: [
            .init(status: 200, words: "A row for each option.", schema: Schema.named("PurchaseComparison")),
            .problem(400, "The body is not JSON."), .problem(413, "The body is too large."),
            .problem(422, "A value cannot be used."),
        ])

    static let schemas: [JSON.Member] = [
        .init(
            "PurchaseComparison",
            Schema.object([
                "month": Schema.text, "asOf": Schema.time, "basis": Schema.text, "count": Schema.number,
                "rows": Schema.anything, "findings": Schema.list(Schema.text), "notice": Schema.text,
            ]))
    ]
}
