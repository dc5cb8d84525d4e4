import Finance

extension SavingsPace {
    /// The pace as served over HTTP.
    public var json: JSON {
        [
            "asOf": .string(asOf.rfc3339), "direction": .string(direction.rawValue), "change": .money(orNull: change),
            "likeForLike": .money(orNull: likeForLike), "pace30Days": .money(orNull: pace),
            "days": .int(Int64(days)), "points": .int(Int64(points)), "basis": .string(basis),
            "notes": .array(notes.map { .string($0) }),
        ]
    }

    /// The pace for display.
    public var card: Card { Card(kind: .pace, title: "Your savings pace", data: json) }

    /// The two numbers and how much they stand on.
    public var figures: [Figure] {
        func figure(_ key: String, _ label: String, _ value: Figure.Value?, _ basis: String) -> Figure {
            Figure(
                id: "savings.\(key)", label: label, value: value, window: nil, asOf: asOf, basis: basis,
                records: points, coverage: value == nil ? .none : .full)
        }
        return [
            figure(
                "change", "Change of savings since the earlier look", change.map { .money($0) },
                change == nil ? "fewer than two looks at your savings" : "newest look minus the earlier one"),
            figure("pace", "Savings pace for 30 days", pace.map { .money($0) }, basis),
            figure("days", "Days between the two looks", .count(days), "calendar days"),
        ]
    }

    /// The rule, or why there is no pace.
    var basis: String {
        if change == nil { return "fewer than two looks at your savings" }
        if pace == nil { return "fewer than \(Self.shortest) days between the two looks" }
        return "change over \(days) days for \(Self.period) days, from \(points) looks"
    }
}
