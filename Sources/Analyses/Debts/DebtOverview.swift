public import Finance

/// Every open debt with its payment, yearly rate and next due date, and their sums (contract 2.6, 2.9). States what is
/// owed; in which order to pay it off is not its business.
public struct DebtOverview: Sendable, Hashable {
    /// One open debt.
    public struct Row: Sendable, Hashable {
        /// The debt as entered.
        public let debt: Debt
        /// Its due date rolled forward to today or later.
        public let nextDue: Day?
    }

    /// Open debts, largest balance first.
    public let rows: [Row]
    /// Sums over all open debts.
    public let totals: DebtTotals
    /// Monthly payments as a share of the month's income; nil without income.
    public let debtToIncome: Rate?
    /// The earliest due date.
    public let nextDue: Day?
    private let snapshot: Snapshot

    /// The debts of a snapshot.
    public init(of snapshot: Snapshot) {
        self.snapshot = snapshot
        rows = snapshot.openDebts
            .sorted { ($1.balance, $0.id) < ($0.balance, $1.id) }
            .map { Row(debt: $0, nextDue: $0.nextDue(from: snapshot.today)) }
        totals = snapshot.debtTotals
        debtToIncome = snapshot.debtToIncome
        nextDue = snapshot.nextDue
    }

    private var coverage: Coverage { snapshot.debts.isEmpty ? .none : snapshot.coverage(of: "debts") }

    /// The sums, then up to `Review.rows` debts.
    public var figures: [Figure] { sums + rows.prefix(Review.rows).flatMap(figures) }

    /// The debts for display.
    public var card: Card {
        Card(
            kind: .debts, title: "Your debts",
            data: [
                "asOf": .string(snapshot.asOf.rfc3339), "coverage": .string(coverage.rawValue),
                "count": .int(Int64(totals.count)), "balance": sumJSON(\.balance),
                "monthlyPayment": sumJSON(\.monthlyPayment), "monthlyInterest": sumJSON(\.monthlyInterest),
                "debtToIncomePercent": .percent(orNull: debtToIncome?.percent), "nextDueOn": .day(orNull: nextDue),
                "debts": .array(rows.prefix(Review.rows).map(Self.json)), "notShown": Review.notShown(rows),
            ])
    }

    private func sumJSON(_ part: KeyPath<DebtTotals, Money>) -> JSON {
        coverage == .none ? .null : .money(totals[keyPath: part])
    }

    private var sums: [Figure] {
        let basis = "all open debts, as entered"
        let share = debtToIncome.map { Figure.Value.percent($0.percent) }
        return [
            sum("count", "Debts with something still owed", .count(totals.count), basis),
            sum("balance", "Owed on all debts together", .money(totals.balance), basis),
            sum("payment", "Debt payments each month, all debts", .money(totals.monthlyPayment), basis),
            sum("interest", "Capital Loss each month (interest part)", .money(totals.monthlyInterest), basis),
            snapshot.figure(
                "debts.dti", "Debt payments as a share of income", coverage == .none ? nil : share, in: snapshot.month,
                records: totals.count,
                coverage: coverage,
                basis: coverage == .none
                    ? "no debts are recorded"
                    : share == nil ? "no income in \(snapshot.month.words)" : "monthly payments divided by income"),
            sum(
                "next_due", "Next debt payment due", nextDue.map { .day($0) },
                nextDue == nil ? "no open debt with a due date" : "earliest due date, rolled forward by months"),
        ]
    }

    private func sum(_ id: String, _ label: String, _ value: Figure.Value?, _ basis: String) -> Figure {
        let isMissing = coverage == .none && id != "count"
        return snapshot.figure(
            "debts.\(id)", label, isMissing ? nil : value, records: totals.count, coverage: coverage,
            basis: isMissing ? "no debts are recorded" : basis)
    }

    private func figures(_ row: Row) -> [Figure] {
        let debt = row.debt
        let name = String.quoted(debt.name)
        func figure(_ key: String, _ label: String, _ value: Figure.Value?, _ basis: String) -> Figure {
            snapshot.figure("debt.\(debt.id).\(key)", "\(label) of \(name)", value, records: 1, basis: basis)
        }
        return [
            figure("balance", "Balance", .money(debt.balance), "as entered"),
            figure("payment", "Monthly payment", .money(debt.monthlyPayment), "as entered"),
            figure("rate", "Yearly rate", debt.annualRate.map { .percent($0.percent) }, debt.rateSource.basis),
            figure(
                "due", "Next due date", row.nextDue.map { .day($0) },
                row.nextDue == nil ? "no readable due date" : "rolled forward by whole months"),
        ]
    }

    private static func json(_ row: Row) -> JSON {
        [
            "id": .string(row.debt.id), "name": .string(row.debt.name), "balance": .money(row.debt.balance),
            "apr": .percent(orNull: row.debt.annualRate?.percent), "aprSource": .string(row.debt.rateSource.rawValue),
            "monthlyPayment": .money(row.debt.monthlyPayment), "payDueDate": .day(orNull: row.nextDue),
            "isGrowing": .bool(row.debt.isGrowing),
        ]
    }
}

extension Debt.RateSource {
    /// The rule in a few words.
    var basis: String {
        switch self {
        case .stated: "as the person stated it"
        case .estimated: "estimate: 12 times the interest part, divided by the balance"
        case .unknown: "no rate is stated and none can be estimated"
        }
    }
}
