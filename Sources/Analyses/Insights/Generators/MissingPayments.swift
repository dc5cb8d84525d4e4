import Finance

extension InsightGenerator {
    /// A payment that has come at least twice, was expected and is not on record after its tolerance.
    static let missingRecurrence = InsightGenerator(.missingRecurrence) { ground in
        ground.audit.missing.filter { $0.series.paid.count >= 2 }.map { series, expected in
            let name = String.quoted(series.name)
            return Insight(
                kind: .missingRecurrence, subject: series.key, period: expected.description,
                title: "\(name) is not on record",
                text: "\(name), about \(series.amount), was expected on \(expected.words) and is not on record. It may "
                    + "have ended, or not been entered.",
                figures: [
                    ground.figure("amount", "Amount expected for \(name)", .money(series.amount), "as before"),
                    ground.figure(
                        "day", "Day on which \(name) was expected", .day(expected), "one period after the last"),
                ], impact: series.amount, bucket: 1)
        }
    }
}
