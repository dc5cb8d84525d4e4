extension Backtest {
    /// The result for a terminal.
    public var table: String {
        var table = TextTable(["level, method", "n", "WAPE", "MASE", "bias", "80% range holds"])
        for row in rows { table.add(Self.line("\(row.level.rawValue), \(row.method.rawValue)", row.score)) }
        table.add(Self.line("three months together, reho", ahead))
        table.add(Self.line("whole month from the 15th, reho", midMonth))
        table.add(Self.line("fewer than 11 months before, reho", short))
        let share = { (part: Int) in
            TextTable.percent(categoryMonths > 0 ? Double(part) / Double(categoryMonths) : nil)
        }
        return "Rolling origin over \(histories) histories, each month from the 13th full one on.\n"
            + "\(share(empty)) of \(categoryMonths) category-months are empty; for \(share(abstained)) the category is "
            + "too rare for a forecast of its own (left out above, part of the total).\n\n" + table.text
    }

    /// The result for a program.
    public var json: JSON {
        [
            "histories": .int(Int64(histories)), "categoryMonths": .int(Int64(categoryMonths)),
            "emptyCategoryMonths": .int(Int64(empty)), "abstainedCategoryMonths": .int(Int64(abstained)),
            "rows": .array(
                rows.map { row in
                    [
                        "level": .string(row.level.rawValue), "method": .string(row.method.rawValue),
                        "score": row.score.json,
                    ]
                }),
            "threeMonths": ahead.json, "midMonth": midMonth.json, "shortHistory": short.json,
        ]
    }

    private static func line(_ name: String, _ score: BacktestScore) -> [String] {
        [
            name, String(score.count), TextTable.decimal(score.wape, 3), TextTable.decimal(score.mase, 2),
            TextTable.percent(score.bias), TextTable.percent(score.coverage),
        ]
    }
}
