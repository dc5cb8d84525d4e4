public import Finance

/// A forecast of one month as it is stored, to be scored when the month has closed.
public struct ForecastRecord: Sendable, Hashable, Codable {
    /// Categories kept, the largest.
    public static let limit = 50

    /// One category's expected spending.
    public struct Part: Sendable, Hashable, Codable {
        /// The category; nil is "Uncategorised".
        public let name: String?
        /// Its expected spending.
        public let expected: Money
    }

    /// The day it was made.
    public let madeOn: Day
    /// The month it is of.
    public let month: Month
    /// All spending expected.
    public let expected: Money
    /// Where four months in five end.
    public let range: ForecastRange?
    /// By category, only for the month in which it was made.
    public let parts: [Part]
}

extension Forecast {
    /// What to store of one month of this forecast; nil when nothing is forecast of it.
    public func record(of month: Month) -> ForecastRecord? {
        guard let row = months.first(where: { $0.month == month }), let expected = row.spending else { return nil }
        let named = month == months[0].month ? categories.filter { !$0.isIrregular } : []
        return ForecastRecord(
            madeOn: snapshot.today, month: month, expected: expected, range: row.range,
            parts: named.prefix(ForecastRecord.limit).map { .init(name: $0.name, expected: $0.expected) })
    }
}
