import Finance

extension WeeklySummary {
    /// The sums, the comparison, then the largest categories and payments.
    public var figures: [Figure] {
        flows + comparison + categories.prefix(Self.rows).enumerated().map(category)
            + payments.prefix(Self.rows).enumerated().map {
                payment("payment", $0, $1, "one of the largest of the week")
            }
            + upcoming.prefix(Self.rows).enumerated().map { payment("coming", $0, $1, "still to come") }
    }

    /// The week for display.
    public var card: Card { Card(kind: .weekly, title: "Your week, \(week.words)", data: json) }

    private var span: String { isRunning ? "\(week.words), up to \(snapshot.today.words)" : week.words }

    private func figure(
        _ key: String, _ label: String, _ value: Figure.Value?, records: Int? = nil, _ basis: String,
        of collection: String = "expenses"
    ) -> Figure {
        var figure = snapshot.figure(
            "weekly.\(key)", label, value, records: records,
            coverage: value == nil ? .none : snapshot.coverage(of: collection), basis: basis)
        figure.window = week.description
        return figure
    }

    private var flows: [Figure] {
        let none = "nothing recorded for \(span)"
        func sum(_ key: String, _ words: String, _ money: Money, _ count: Int, _ kind: String) -> Figure {
            figure(
                key, "\(words) in the week of \(span)", count > 0 ? .money(money) : nil, records: count,
                count > 0 ? "all \(kind) dated in these days" : none, of: kind)
        }
        func coming(_ key: String, _ words: String, _ money: Money, _ count: Int, _ kind: String) -> Figure {
            figure(
                key, "\(words) still to come in the week of \(week.words)", count > 0 ? .money(money) : nil,
                records: count, count > 0 ? "entered with a day after today" : "none is entered for a later day",
                of: kind)
        }
        let paid = [
            sum("income", "Income", income.soFar, income.count, "incomes"),
            sum("expenses", "Expenses", expenses.soFar, expenses.count, "expenses"),
        ]
        guard week.lastDay > snapshot.today else { return paid }
        return paid + [
            coming("income_to_come", "Income", income.toCome, income.countToCome, "incomes"),
            coming("expenses_to_come", "Expenses", expenses.toCome, expenses.countToCome, "expenses"),
        ]
    }

    private var comparison: [Figure] {
        let days = isRunning ? "the same days of the week before" : "the week before"
        let none = "nothing recorded for \(days)"
        return [
            figure(
                "previous", "Expenses in the week of \(week.previous.words)", previous.map { .money($0) },
                previous == nil ? "nothing recorded for the week before" : "all expenses dated in these days"),
            figure(
                "previous_same_days", "Expenses in \(days)", previousSameDays.map { .money($0) },
                previousSameDays == nil ? none : "up to the same day of the week"),
            figure(
                "change", "Change of expenses on \(days)", growth.percent.map { .percent($0) },
                growth.percent == nil ? none : "up to the same day of the week"),
            figure(
                "usual", "Expenses in a usual week", usual.map { .money($0) },
                usual == nil
                    ? "records do not cover \(Self.usualWeeks) full weeks before this one"
                    : "median of the last \(Self.usualWeeks) full weeks"),
        ]
    }

    private func category(_ place: Int, _ group: SpendingGroup) -> Figure {
        let name = group.name.map(String.quoted) ?? "none (uncategorised)"
        return figure(
            "category.\(place + 1)", "Spent on category \(name) in the week of \(span)", .money(group.amount),
            records: group.count, "expenses of that category")
    }

    private func payment(_ key: String, _ place: Int, _ expense: Expense, _ basis: String) -> Figure {
        figure(
            "\(key).\(place + 1)", "Payment \(String.quoted(expense.name)) on \(Day(expense.fallsOn).words)",
            .money(expense.amount), records: 1, "as entered; \(basis)")
    }
}

extension WeeklySummary {
    /// The whole answer of `/analysis/weekly`.
    public var json: JSON {
        let isEmpty = expenses.count + expenses.countToCome + income.count + income.countToCome == 0
        return [
            "currency": "GBP", "week": .string(week.description), "from": .string(week.firstDay.description),
            "to": .string(week.lastDay.description), "asOf": .string(snapshot.asOf.rfc3339),
            "basis": "records by their own day, UTC; Monday to Sunday", "isRunning": .bool(isRunning),
            "coverage": .string((isEmpty ? .none : snapshot.coverage(of: "incomes", "expenses")).rawValue),
            "reason": .string(orNull: isEmpty ? "nothing recorded for \(week.words)" : nil),
            "income": Self.json(income), "expenses": Self.json(expenses), "previous": .money(orNull: previous),
            "previousSameDays": .money(orNull: previousSameDays), "changePercent": .percent(orNull: growth.percent),
            "usual": .money(orNull: usual), "usualWeeks": .count(orNull: Self.usualWeeks),
            "usualReason": .string(
                orNull: usual == nil ? "records do not cover \(Self.usualWeeks) full weeks before this one" : nil),
            "categories": .array(
                categories.prefix(Self.rows).map {
                    [
                        "name": .string($0.name ?? "Uncategorised"), "amount": .money($0.amount),
                        "count": .count(orNull: $0.count),
                    ]
                }),
            "biggestPayments": .array(payments.prefix(Self.rows).map(Self.json)),
            "stillToCome": .array(upcoming.prefix(Self.rows).map(Self.json)),
            "notShown": [
                "categories": Self.notShown(categories.count), "payments": Self.notShown(payments.count),
                "stillToCome": Self.notShown(upcoming.count),
            ],
        ]
    }

    private static func notShown(_ count: Int) -> JSON { .count(orNull: max(0, count - rows)) }

    private static func json(_ flow: Flow) -> JSON {
        [
            "soFar": flow.count > 0 ? .money(flow.soFar) : .null, "count": .count(orNull: flow.count),
            "toCome": flow.countToCome > 0 ? .money(flow.toCome) : .null,
            "countToCome": .count(orNull: flow.countToCome),
        ]
    }

    private static func json(_ expense: Expense) -> JSON {
        [
            "name": .string(expense.name), "amount": .money(expense.amount),
            "date": .string(Day(expense.fallsOn).description), "category": .string(orNull: expense.category),
        ]
    }
}
