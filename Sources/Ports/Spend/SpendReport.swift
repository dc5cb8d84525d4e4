public import Analyses
public import Finance
public import FoundationEssentials

/// What models cost, for administrators: totals, then a line for each day, feature and model. Nobody is named.
public struct SpendReport: Sendable, Hashable {
    /// Newest day first.
    public var lines: [SpendLine]
    /// The caps in force.
    public var caps: SpendCaps
    /// What the amounts were reckoned with.
    public var prices: PriceList
    /// The days asked about.
    public var days: ClosedRange<Day>
    /// When it was read.
    public var asOf: Date

    /// Lines that are shown; sums are over all of them.
    public static let mostLines = 500

    /// A report with every part given.
    public init(_ lines: [SpendLine], caps: SpendCaps, prices: PriceList, days: ClosedRange<Day>, asOf: Date) {
        self.lines = lines
        self.caps = caps
        self.prices = prices
        self.days = days
        self.asOf = asOf
    }

    /// As it is served.
    public var json: JSON {
        [
            "asOf": .string(asOf.rfc3339), "from": .string("\(days.lowerBound)"),
            "through": .string("\(days.upperBound)"),
            "currency": "USD", "basis": "list prices, without the provider's discounts and taxes; days are UTC",
            "pricesReviewedOn": .string("\(prices.reviewedOn)"),
            "resetsAt": .string(Day(asOf).advanced(by: 1).start.rfc3339), "caps": capsJSON,
            "unlistedModels": .array(unlisted.map { .string($0) }), "total": Self.sums(lines, []),
            "byFeature": groups { $0.feature }, "byModel": groups { $0.model }, "byDay": groups { "\($0.day)" },
            "lines": .array(lines.prefix(Self.mostLines).map(Self.line)), "lineCount": .int(Int64(lines.count)),
        ]
    }

    /// Models that count at the dearest price for want of a line of their own.
    public var unlisted: [String] {
        Set(lines.map(\.model)).filter { !prices.quote(for: $0).isListed }.sorted()
    }

    private var capsJSON: JSON {
        let features = caps.features.sorted { $0.key.rawValue < $1.key.rawValue }
        return [
            "turn": Self.dollars(caps.turn), "personDay": Self.dollars(caps.person),
            "everyoneDay": Self.dollars(caps.everyone),
            "featureDay": .object(features.map { JSON.Member($0.key.rawValue, Self.dollars($0.value)) }),
            "softPercent": .int(SpendCaps.softPercent),
        ]
    }

    /// Sums by what a line is of, by name.
    private func groups(_ name: (SpendLine) -> String) -> JSON {
        let groups = Dictionary(grouping: lines, by: name)
        return .array(groups.keys.sorted().map { Self.sums(groups[$0] ?? [], [JSON.Member("name", .string($0))]) })
    }

    private static func line(_ line: SpendLine) -> JSON {
        sums(
            [line],
            [
                JSON.Member("day", .string("\(line.day)")), JSON.Member("feature", .string(line.feature)),
                JSON.Member("model", .string(line.model)),
            ])
    }

    private static func sums(_ lines: [SpendLine], _ names: [JSON.Member]) -> JSON {
        func count(_ part: (SpendLine) -> Int) -> JSON { .int(Int64(lines.reduce(0) { $0 + part($1) })) }
        func amount(_ part: (SpendLine) -> Spend) -> JSON { dollars(lines.reduce(.zero) { $0 + part($1) }) }
        return .object(
            names + [
                JSON.Member("requests", count(\.requests)), JSON.Member("promptTokens", count(\.promptTokens)),
                JSON.Member("completionTokens", count(\.completionTokens)), JSON.Member("spent", amount(\.spent)),
                JSON.Member("estimated", amount(\.estimated)), JSON.Member("unsettledRequests", count(\.open)),
                JSON.Member("unsettled", amount(\.reserved)),
            ])
    }

    /// Dollars, divided at the very end.
    private static func dollars(_ spend: Spend?) -> JSON {
        spend.map { .number(Double($0.microdollars) / 1_000_000) } ?? .null
    }
}
