public import Finance

/// A person's open debts, sorted into those that can be planned and those that cannot, each with its reason.
///
/// A debt without a known rate is left out of every sum of a plan and asked about, since any rate would be a guess. So
/// is one whose payment could not be read. A payment entered as nothing is nothing: such a debt stays in the plan,
/// never clears on its own and is named there.
public struct DebtPortfolio: Sendable, Hashable {
    /// An open debt that no plan covers.
    public struct LeftOut: Sendable, Hashable {
        /// Why.
        public enum Reason: String, Sendable, Hashable {
            /// Neither stated nor to be estimated.
            case unknownRate = "its yearly rate is not known"
            /// The stored payment is no number, or there is none.
            case unreadablePayment = "its monthly payment could not be read"
            /// A payment below zero is no payment.
            case negativePayment = "its monthly payment is below zero"
            /// Beyond `DebtPortfolio.most`.
            case tooMany = "more debts than one plan holds"
        }

        /// The debt as entered.
        public let debt: Debt
        /// Why.
        public let reason: Reason

        /// What to ask the person; nil when no answer would help.
        public var question: String? {
            let name = String.quoted(debt.name)
            return switch reason {
            case .unknownRate: "What is the yearly interest rate (APR) of \(name)?"
            case .unreadablePayment, .negativePayment: "What is the monthly payment on \(name)?"
            case .tooMany: nil
            }
        }
    }

    /// Most debts one plan holds; the largest balances stay.
    public static let most = 200

    /// What can be planned, largest balance first.
    public let planned: [PlannedDebt]
    /// What cannot.
    public let leftOut: [LeftOut]

    /// The open debts of a snapshot; `changes` by debt id.
    public init(of snapshot: Snapshot, changes: [String: [PlannedDebt.RateChange]] = [:]) {
        let unreadable = Set(
            snapshot.skipped
                .filter { $0.collection == "debts" && $0.field == "monthlyPayment" && !$0.reason.hasPrefix("rounded") }
                .map(\.id))
        var planned: [PlannedDebt] = []
        var leftOut: [LeftOut] = []
        for debt in snapshot.openDebts.sorted(by: { ($1.balance, $0.id) < ($0.balance, $1.id) }) {
            let changes = changes[debt.id] ?? []
            let reason = Self.reason(debt, changes, isReadable: !unreadable.contains(debt.id))
            if let reason = reason ?? (planned.count < Self.most ? nil : .tooMany) {
                leftOut.append(LeftOut(debt: debt, reason: reason))
            } else {
                planned.append(
                    PlannedDebt(
                        id: debt.id, name: debt.name, balance: debt.balance, minimum: debt.monthlyPayment,
                        rate: debt.annualRate ?? Rate(basisPoints: 0), changes: changes))
            }
        }
        self.planned = planned
        self.leftOut = leftOut
    }

    private static func reason(
        _ debt: Debt, _ changes: [PlannedDebt.RateChange], isReadable: Bool
    ) -> LeftOut.Reason? {
        if debt.annualRate == nil, !changes.contains(where: { $0.month <= 1 }) { return .unknownRate }
        if !isReadable { return .unreadablePayment }
        return debt.monthlyPayment < .zero ? .negativePayment : nil
    }
}
