extension CategoryEvaluation {
    /// The share of names answered at which the curve is read.
    static let coverages = [100, 95, 90, 85, 80, 70, 60, 50, 40, 20]

    /// The result for a terminal.
    public var table: String {
        var curve = TextTable(["coverage", "names", "accuracy"])
        for percent in Self.coverages {
            curve.add([
                "\(percent)%", String((count * percent + 99) / 100), TextTable.percent(accuracy(atCoverage: percent)),
            ])
        }
        return "\(count) names the model has not seen. macro-F1 \(TextTable.decimal(macroF1, 3)) with every name "
            + "answered; calibration error \(TextTable.decimal(calibrationError, 3)).\n"
            + "Suggested at confidence \(TextTable.decimal(CategoryModel.leastConfidence, 2)) or more: "
            + "\(TextTable.percent(coverage)) of names, \(TextTable.percent(accuracy)) of them right.\n\n"
            + curve.text + "\n" + kinds + "\n" + perCategory
    }

    private var kinds: String {
        var table = TextTable(["kind of name", "names", "accuracy", "suggested", "of these right"])
        for (kind, rows) in Dictionary(grouping: outcomes, by: \.kind).sorted(by: { $0.key < $1.key })
        where !kind.isEmpty {
            let part = CategoryEvaluation(rows)
            table.add([
                kind, String(part.count), TextTable.percent(part.accuracy(atCoverage: 100)),
                TextTable.percent(part.coverage), TextTable.percent(part.accuracy),
            ])
        }
        return table.text
    }

    private var perCategory: String {
        var table = TextTable(["category", "names", "precision", "recall"])
        for category in Set(outcomes.map(\.truth)).sorted() {
            let right = outcomes.count { $0.truth == category && $0.isRight }
            let wanted = outcomes.count { $0.truth == category }
            let given = outcomes.count { $0.answer == category }
            table.add([
                category, String(wanted), TextTable.percent(given > 0 ? Double(right) / Double(given) : nil),
                TextTable.percent(Double(right) / Double(wanted)),
            ])
        }
        return table.text
    }

    /// The result for a program.
    public var json: JSON {
        [
            "names": .int(Int64(count)), "macroF1": .share(macroF1), "calibrationError": .share(calibrationError),
            "coverage": .share(coverage), "accuracy": .share(accuracy),
            "curve": .array(
                Self.coverages.map { percent in
                    ["coverage": .int(Int64(percent)), "accuracy": .share(accuracy(atCoverage: percent))]
                }),
        ]
    }
}
