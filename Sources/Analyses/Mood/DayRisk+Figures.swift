import Finance

extension DayRisk {
    /// A usual day, what is known for tomorrow, and how often the method was right.
    public var figures: [Figure] {
        let short = reason ?? "too little is recorded"
        let tries = tested == 0 ? short : "each past day told with nothing that was known later"
        return [
            figure(
                "usual", "Spending on your usual day", usual.map { .money($0) }, records: days,
                usual == nil ? short : "median of your days so far, days without spending among them"),
            figure(
                "dues", "Payments known for \(day.words)", .money(dues), "entered ahead, or the next of what repeats"),
            figure("tested", "Past days that were told", .count(tested), records: days, tries),
            figure("right", "Past days told rightly", rightShare.map { .percent($0) }, records: tested, tries),
            figure(
                "base", "Past days that always saying the same tells rightly", baseShare.map { .percent($0) },
                records: tested, tested == 0 ? short : "the more common answer, known afterwards"),
        ]
    }

    /// The answer in plain words, its error included.
    public var sentence: String {
        guard let isLikely, let usual, let rightShare, let baseShare else {
            return "Whether \(day.words) will be above your usual day cannot be told: \(reason ?? "")."
        }
        let side = isLikely ? "above" : "not above"
        return
            "\(day.words) is likely to be \(side) your usual day of \(usual). Told the same way, "
            + "\(Figure.Value.percent(rightShare).printed) of \(tested) past days came out right; always saying the same "
            + "would have been right on \(Figure.Value.percent(baseShare).printed)."
    }

    /// The answer for display.
    public var card: Card { Card(kind: .dayRisk, title: "Tomorrow beside your usual day", data: json) }

    /// The answer for a client.
    public var json: JSON {
        [
            "day": .string(day.description), "asOf": .string(snapshot.asOf.rfc3339),
            "basis": .string(usesMood ? "\(basis), mood of the day before" : basis),
            "count": .count(orNull: days), "spendingDays": .count(orNull: spendingDays),
            "isLikelyAboveUsual": isLikely.map { .bool($0) } ?? .null, "reason": .string(orNull: reason),
            "usual": .money(orNull: usual), "dues": .money(dues), "usesMood": .bool(usesMood),
            "tested": .count(orNull: tested), "rightPercent": .percent(orNull: rightShare),
            "basePercent": .percent(orNull: baseShare), "words": .string(sentence),
        ]
    }

    private var basis: String { "weekday, payments known for the day, days since the last income" }

    private func figure(
        _ key: String, _ label: String, _ value: Figure.Value?, records: Int? = nil, _ basis: String
    ) -> Figure {
        var figure = snapshot.figure(
            "day_risk.\(key)", label, value, records: records,
            coverage: value == nil ? .none : snapshot.coverage(of: "expenses", "incomes"), basis: basis)
        figure.window = key == "dues" ? day.description : nil
        return figure
    }
}
