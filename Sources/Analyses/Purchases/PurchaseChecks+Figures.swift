import Finance

extension PurchaseChecks {
    /// The price of each, newest first, up to `Review.rows`.
    public var figures: [Figure] {
        checks.reversed().prefix(Review.rows).enumerated().map { place, check in
            Figure(
                id: "purchases.\(place + 1).price", label: "Price of \(String.quoted(check.item))",
                value: .money(check.price), window: nil, asOf: check.asOf, basis: "as asked; \(check.verdict.rawValue)")
        }
    }

    /// The history for display.
    public var card: Card { Card(kind: .purchases, title: "Purchases you checked", data: json) }

    /// The history for a client, newest first.
    public var json: JSON {
        [
            "count": .count(orNull: checks.count), "notice": .string(PurchaseCheck.notice),
            "checks": .array(checks.reversed().map(\.json)),
        ]
    }
}

extension PurchaseChecks.Change {
    /// The change in one sentence.
    public var sentence: String {
        "\(String.quoted(check.item)) for \(check.price) was “\(before.rawValue)” and is now “\(check.verdict.rawValue)”: "
            + check.reasons.prefix(1).joined()
    }
}
