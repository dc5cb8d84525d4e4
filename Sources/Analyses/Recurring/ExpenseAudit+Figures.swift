import Finance

extension ExpenseAudit {
    /// Totals, then each series, price rise, missing payment and the doubled entries; lists at most `Review.rows` long.
    public var figures: [Figure] {
        totals + series.prefix(Review.rows).enumerated().flatMap(rows)
            + rises.prefix(Review.rows).enumerated().flatMap { rows($0, $1.series, $1.rise) }
            + missing.prefix(Review.rows).enumerated().flatMap { rows($0, $1.series, $1.expected) }
            + coming.prefix(Review.rows).enumerated().flatMap(rows) + doubledFigures
    }

    static let estimate = "our estimate: one payment times 52, 12 or 1 a year"

    private var coverage: Coverage { snapshot.expenses.isEmpty ? .none : snapshot.coverage(of: "expenses") }

    private func figure(_ id: String, _ label: String, _ value: Figure.Value?, records: Int? = nil, _ basis: String)
        -> Figure
    {
        snapshot.figure("recurring.\(id)", label, value, records: records, coverage: coverage, basis: basis)
    }

    private var totals: [Figure] {
        let none = "no payment that repeats is on record"
        func pair(_ id: String, _ words: String, _ list: [RecurringSeries]) -> [Figure] {
            let isEmpty = list.isEmpty
            let basis = isEmpty ? none : Self.estimate
            return [
                figure(
                    "\(id)count", "Number of \(words)", .count(list.count), "found by label, or by days and amounts"),
                figure(
                    "\(id)yearly", "Estimated cost a year of \(words)",
                    isEmpty ? nil : .money(list.total(\.yearly)), records: list.count, basis),
                figure(
                    "\(id)monthly", "Estimated cost a month of \(words)",
                    isEmpty ? nil : .money(Self.monthly(list)), records: list.count,
                    isEmpty ? none : "\(basis), divided by 12"),
            ]
        }
        return pair("", "payments that repeat", series) + pair("subscriptions.", "subscriptions", subscriptions)
    }

    /// A twelfth of the yearly sum, half a penny rounded up.
    static func monthly(_ list: [RecurringSeries]) -> Money {
        Money(pence: (list.total(\.yearly).pence * 2 + 12) / 24)
    }

    private func rows(_ place: Int, _ one: RecurringSeries) -> [Figure] {
        let name = String.quoted(one.name)
        let next = one.nextDays(1).first
        let amountBasis = one.isSteady ? "the latest payment" : "median of the last payments, which vary"
        return [
            figure(
                "\(place + 1).amount", "One \(one.cadence.rawValue) payment of \(name)", .money(one.amount),
                records: one.paid.count + one.entered.count, amountBasis),
            figure(
                "\(place + 1).yearly", "Estimated cost a year of \(name)", .money(one.yearly), Self.estimate),
            figure(
                "\(place + 1).monthly", "Estimated cost a month of \(name)", .money(one.monthly),
                "\(Self.estimate), divided by 12"),
            figure(
                "\(place + 1).paid", "Paid for \(name) in the last 12 months", .money(one.paidInYear),
                "payments on record up to today"),
            figure(
                "\(place + 1).next", "Next payment of \(name)", next.map { .day($0) },
                one.entered.isEmpty ? "expected at its rhythm" : "entered for a later day"),
        ]
    }

    private func rows(_ place: Int, _ one: RecurringSeries, _ rise: PriceRise) -> [Figure] {
        let name = String.quoted(one.name)
        return [
            figure(
                "rise.\(place + 1).before", "Price of \(name) before it rose", .money(rise.before),
                "median of the three payments before"),
            figure(
                "rise.\(place + 1).after", "Price of \(name) since \(rise.since.words)", .money(rise.after),
                "paid at least twice at this level"),
            figure(
                "rise.\(place + 1).since", "First payment of \(name) at the higher price", .day(rise.since),
                "as entered"),
            figure(
                "rise.\(place + 1).yearly", "Estimated effect a year of the rise of \(name)", .money(rise.yearly),
                "our estimate: the difference times 52, 12 or 1"),
        ]
    }

    private func rows(_ place: Int, _ one: RecurringSeries, _ expected: Day) -> [Figure] {
        let name = String.quoted(one.name)
        return [
            figure(
                "missing.\(place + 1).expected", "Day on which \(name) was expected", .day(expected),
                "not on record \(one.cadence.tolerance) days later; it may have ended or not been entered"),
            figure(
                "missing.\(place + 1).amount", "Amount expected for \(name)", .money(one.amount),
                "as it was paid before"),
        ]
    }

    private func rows(_ place: Int, _ coming: Coming) -> [Figure] {
        let name = String.quoted(coming.series.name)
        let basis = coming.isEntered ? "entered for a later day" : "expected at its rhythm"
        return [
            figure("coming.\(place + 1).day", "Day of a coming payment of \(name)", .day(coming.day), basis),
            figure("coming.\(place + 1).amount", "Coming payment of \(name)", .money(coming.amount), basis),
        ]
    }

    private var doubledFigures: [Figure] {
        let basis = "same name, amount and day, made within a minute; listed, never removed"
        return [
            figure("doubled.count", "Expenses that look entered twice", .count(doubled.count), basis),
            figure(
                "doubled.excess", "Counted too much if those are one payment each",
                doubled.isEmpty ? nil : .money(doubled.total(\.excess)),
                doubled.isEmpty ? "no expense looks entered twice" : basis),
        ]
    }
}
