import Finance

extension ExpenseAudit {
    /// The audit for display.
    public var card: Card { Card(kind: .recurring, title: "What you pay again and again", data: json) }

    /// The whole answer of `/analysis/recurring`.
    public var json: JSON {
        [
            "currency": "GBP", "asOf": .string(snapshot.asOf.rfc3339), "window": "all expenses on record",
            "basis": .string("repeating by label, or by days and amounts; a year is \(Self.estimate)"),
            "coverage": .string(
                (snapshot.expenses.isEmpty ? .none : snapshot.coverage(of: "expenses")).rawValue),
            "count": .count(orNull: series.count),
            "reason": .string(orNull: series.isEmpty ? "no payment that repeats is on record" : nil),
            "yearlyEstimate": estimate(series.total(\.yearly), of: series),
            "monthlyEstimate": estimate(Self.monthly(series), of: series),
            "subscriptions": [
                "count": .count(orNull: subscriptions.count),
                "yearlyEstimate": estimate(subscriptions.total(\.yearly), of: subscriptions),
                "monthlyEstimate": estimate(Self.monthly(subscriptions), of: subscriptions),
                "wordsReviewedOn": .string(SubscriptionWords.reviewedOn),
            ],
            "series": .array(series.prefix(Review.rows).map(row)), "notShown": Review.notShown(series),
            "priceRises": .array(rises.prefix(Review.rows).map { Self.row($0.series, $0.rise) }),
            "missing": .array(missing.prefix(Review.rows).map { Self.row($0.series, $0.expected) }),
            "coming": .array(coming.prefix(Review.rows).map(Self.row)), "comingNotShown": Review.notShown(coming),
            "doubled": .array(doubled.prefix(Review.rows).map(Self.row)), "doubledNotShown": Review.notShown(doubled),
            "stopped": .array(stopped.prefix(Review.rows).map(Self.ended)),
            "dismissed": .count(orNull: dismissed.count),
            "dismissedSeries": .array(
                dismissed.prefix(Review.rows).map { ["key": .string($0.key), "name": .string($0.name)] }),
        ]
    }

    private func estimate(_ money: Money, of list: [RecurringSeries]) -> JSON { list.isEmpty ? .null : .money(money) }

    private func row(_ one: RecurringSeries) -> JSON {
        [
            "key": .string(one.key), "name": .string(one.name), "cadence": .string(one.cadence.rawValue),
            "source": .string(one.source.rawValue), "verdict": .string(decision(on: one).rawValue),
            "isSubscription": .bool(one.isSubscription), "amount": .money(one.amount),
            "isSteady": .bool(one.isSteady), "payments": .count(orNull: one.paid.count),
            "lastOn": .day(orNull: one.paid.last?.day),
            "nextOn": .array(one.nextDays(3).map { .string($0.description) }),
            "yearlyEstimate": .money(one.yearly), "monthlyEstimate": .money(one.monthly),
            "paidInLastYear": .money(one.paidInYear),
        ]
    }

    private static func row(_ one: RecurringSeries, _ rise: PriceRise) -> JSON {
        [
            "key": .string(one.key), "name": .string(one.name), "before": .money(rise.before),
            "after": .money(rise.after), "since": .string(rise.since.description),
            "yearlyEffectEstimate": .money(rise.yearly),
        ]
    }

    private static func row(_ one: RecurringSeries, _ expected: Day) -> JSON {
        [
            "key": .string(one.key), "name": .string(one.name), "expectedOn": .string(expected.description),
            "toleranceDays": .count(orNull: one.cadence.tolerance), "amount": .money(one.amount),
        ]
    }

    private static func row(_ coming: Coming) -> JSON {
        [
            "date": .string(coming.day.description), "key": .string(coming.series.key),
            "name": .string(coming.series.name), "amount": .money(coming.amount),
            "isEntered": .bool(coming.isEntered),
        ]
    }

    private static func row(_ doubled: Doubled) -> JSON {
        [
            "name": .string(doubled.name), "amount": .money(doubled.amount),
            "date": .string(doubled.day.description), "count": .count(orNull: doubled.count),
            "excess": .money(doubled.excess),
        ]
    }

    private static func ended(_ one: RecurringSeries) -> JSON {
        [
            "key": .string(one.key), "name": .string(one.name), "cadence": .string(one.cadence.rawValue),
            "amount": .money(one.amount), "lastOn": .day(orNull: one.paid.last?.day),
        ]
    }
}
