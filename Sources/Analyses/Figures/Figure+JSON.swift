public import Finance

extension Figure {
    /// What `value` is counted in, for a client: `GBP`, `percent`, `count`, `date` or `months`.
    public var unit: String {
        switch value {
        case .money, nil: "GBP"
        case .percent: "percent"
        case .count: "count"
        case .day: "date"
        case .months: "months"
        }
    }

    /// The figure as a `sources` frame shows it (protocol 4).
    public var json: JSON {
        [
            "id": .string(id), "label": .string(label), "value": value?.json ?? .null,
            "unit": value == nil ? .null : .string(unit), "window": .string(orNull: window),
            "asOf": .string(asOf.rfc3339), "basis": .string(basis), "records": .count(orNull: records),
            "coverage": .string(coverage.rawValue),
        ]
    }
}

extension Figure.Value {
    /// The bare value: pounds, a percentage with two decimals, a whole number, or `YYYY-MM-DD`.
    public var json: JSON {
        switch self {
        case .money(let money): .money(money)
        case .percent(let percent): .percent(orNull: percent)
        case .count(let count), .months(let count): .int(Int64(count))
        case .day(let day): .string(day.description)
        }
    }
}

extension JSON {
    /// Pounds, or null when there is no amount.
    public static func money(orNull money: Money?) -> JSON { money.map { .money($0) } ?? .null }

    /// A percentage to two decimals, or null.
    public static func percent(orNull percent: Double?) -> JSON {
        percent.map { .number(($0 * 100).rounded(.toNearestOrAwayFromZero) / 100) } ?? .null
    }

    /// `YYYY-MM-DD`, or null.
    public static func day(orNull day: Day?) -> JSON { .string(orNull: day?.description) }

    /// A whole number, or null.
    public static func count(orNull count: Int?) -> JSON { count.map { .int(Int64($0)) } ?? .null }
}
