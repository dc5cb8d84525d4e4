import Finance

/// How far the records can be relied on. Shown beside the score and never part of it: a gap in the records is not a fact
/// about the person.
public struct DataQuality: Sendable, Hashable {
    /// A with nothing to remark, B with one remark, C with more, D when nothing is recorded at all.
    public enum Grade: String, Sendable, Hashable, Codable {
        /// Best first.
        case A, B, C, D
    }

    /// The grade by number of findings.
    public let grade: Grade
    /// What is missing or doubtful, in plain words.
    public let findings: [String]

    /// The quality of what an assessment reads.
    init(of snapshot: Snapshot, _ months: [MonthTotals], _ burden: DebtBurden) {
        guard months.contains(where: { $0.coverage != .none }) || burden.count > 0 else {
            grade = .D
            findings = ["Nothing is recorded: no income, expense, budget or open debt."]
            return
        }
        var found: [String] = []
        let month = snapshot.month.words
        if snapshot.thisMonth.incomeCount == 0 { found.append("No income is recorded for \(month).") }
        let whole = months.count { $0.incomeCount > 0 && $0.expenseCount > 0 }
        if whole < months.count {
            found.append("\(whole) of the last \(months.count) months have both income and expenses recorded.")
        }
        if snapshot.coverage(of: "incomes", "expenses", "budgets", "debts", "savinggoals") == .partial {
            found.append("Some records could not be read.")
        }
        let rateless = snapshot.openDebts.count { $0.rateSource == .unknown }
        if rateless > 0 { found.append("Open debts without a known interest rate: \(rateless).") }
        if !snapshot.suspectedDuplicates.isEmpty {
            found.append("Groups of records that look entered twice: \(snapshot.suspectedDuplicates.count).")
        }
        findings = found
        grade = found.isEmpty ? .A : found.count == 1 ? .B : .C
    }

    var rule: RiskRule {
        RiskRule(
            .dataQuality, input: .count(grade == .D ? 0 : findings.count),
            threshold: "A: no finding; B: one; C: more; D: nothing recorded", contribution: 0, most: 0,
            explanation: "Grade \(grade.rawValue). "
                + (findings.isEmpty ? "Nothing is missing." : findings.joined(separator: " ")))
    }

    var json: JSON { ["grade": .string(grade.rawValue), "findings": .array(findings.map { .string($0) })] }
}
