import Finance

extension InsightGenerator {
    /// Payments of this month, the two before it or later ones that look entered twice.
    static let duplicateEntries = InsightGenerator(.duplicateEntries) { ground in
        let since = ground.month.advanced(by: -2).firstDay
        return ground.audit.doubled.filter { $0.day >= since && $0.excess > .zero }.map { $0.insight(in: ground) }
    }
}

extension ExpenseAudit.Doubled {
    func insight(in ground: InsightGround) -> Insight {
        let name = String.quoted(self.name)
        return Insight(
            kind: .duplicateEntries, subject: "\(amount.pence)/\(self.name)", period: day.description,
            title: "\(name) looks entered \(count == 2 ? "twice" : "\(count) times")",
            text:
                "\(count) entries of \(name) on \(day.words) have the same amount, \(amount). If they are one payment, "
                + "the spending on record is \(excess) too high.",
            figures: [
                ground.figure("count", "Entries of \(name) on one day", .count(count), "same name and amount"),
                ground.figure("amount", "Amount of each entry of \(name)", .money(amount), "as entered"),
                ground.figure("day", "Day of the entries of \(name)", .day(day), "as entered"),
                ground.figure(
                    "excess", "Counted too much for \(name) if they are one payment", .money(excess),
                    "all but one of them"),
            ], impact: excess, bucket: min(count - 1, 3))
    }
}
