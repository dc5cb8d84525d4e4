import Finance

extension InsightGenerator {
    /// A price rise of the last 92 days.
    static let priceRise = InsightGenerator(.priceRise) { ground in
        ground.audit.rises.filter { PriceRise.isNews($0.rise, on: ground.today) }.map { series, rise in
            rise.insight(of: series, in: ground)
        }
    }
}

extension PriceRise {
    /// Days for which a rise is news.
    static let newsDays = 92

    static func isNews(_ rise: PriceRise, on today: Day) -> Bool { rise.since > today.advanced(by: -newsDays) }

    func insight(of series: RecurringSeries, in ground: InsightGround) -> Insight {
        let name = String.quoted(series.name)
        let percent = (after - before).wholePercent(of: before)
        return Insight(
            kind: .priceRise, subject: series.key, period: since.description, title: "\(name) costs more than it did",
            text: "\(name) went from \(before) to \(after) on \(since.words), \(percent.printed) more. At its "
                + "\(series.cadence.rawValue) rhythm the difference is about \(yearly) a year.",
            figures: [
                ground.figure("before", "Price of \(name) before", .money(before), "median of three payments"),
                ground.figure("after", "Price of \(name) now", .money(after), "paid at least twice"),
                ground.figure("since", "Day of the rise of \(name)", .day(since), "as entered"),
                ground.figure("percent", "Rise of \(name)", percent, "whole per cent, rounded down"),
                ground.figure(
                    "yearly", "Estimated effect a year of the rise of \(name)", .money(yearly),
                    "the difference times 52, 12 or 1"),
            ], impact: yearly, bucket: (after - before).bucket(10, 25, percentOf: before),
            expiresOn: since.advanced(by: Self.newsDays))
    }
}
