import Analyses
public import Finance

/// A debt to enter or to change.
public struct DebtFields: RecordFields {
    static let kind = DraftKind.debt

    /// Who or what it is owed to.
    public var name: String?
    /// What is owed; a change may take it down to nothing.
    public var balance: Money?
    /// The whole monthly instalment.
    public var monthlyPayment: Money?
    /// What is paid each month beyond it.
    public var extraPayment: Money?
    /// The yearly rate; only the current backend keeps it.
    public var rate: Rate?
    /// When the next instalment is due.
    public var paymentDueOn: Day?
    /// By how much the balance is lowered; the balance is then worked out from the record.
    public var lowering: Money?

    /// Fields with those given that are to be sent.
    public init(
        name: String? = nil, balance: Money? = nil, monthlyPayment: Money? = nil, extraPayment: Money? = nil,
        rate: Rate? = nil, paymentDueOn: Day? = nil, lowering: Money? = nil
    ) {
        self.lowering = lowering
        self.name = name
        self.balance = balance
        self.monthlyPayment = monthlyPayment
        self.extraPayment = extraPayment
        self.rate = rate
        self.paymentDueOn = paymentDueOn
    }

    /// A month's interest on the balance at the yearly rate, half a penny rounded to even; what the backend wants beside
    /// the instalment. nil when one of the two is not given.
    public var monthlyInterest: Money? {
        guard let balance, let rate, balance <= .limit, rate <= FieldChecks.highestRate else { return nil }
        let (whole, rest) = (balance.pence * Int64(rate.basisPoints)).quotientAndRemainder(dividingBy: 120_000)
        let isUp = rest * 2 > 120_000 || rest * 2 == 120_000 && !whole.isMultiple(of: 2)
        return Money(pence: whole + (isUp ? 1 : 0))
    }

    var rows: [FieldRow] {
        [
            FieldRow("Debt", name), FieldRow("Balance", balance?.description),
            FieldRow("Monthly payment", monthlyPayment?.description),
            FieldRow("Extra payment", extraPayment?.description),
            FieldRow("Yearly rate", rate.map { Figure.Value.percent($0.percent).printed }),
            FieldRow("Next payment due", paymentDueOn?.words),
        ].compactMap(\.self)
    }

    func body(for shape: BackendShape, isChange: Bool) -> [JSON.Member] {
        var body: [JSON.Member] = []
        body.add("name", name)
        body.add("amount", balance)
        body.add("monthlyPayment", monthlyPayment)
        body.add("AdHocPayment", isChange ? extraPayment : extraPayment ?? .zero)
        if !isChange {
            let interest = monthlyInterest ?? .zero
            body.add("capitalRepayment", max((monthlyPayment ?? .zero) - interest, .zero))
            body.add("interestRepayment", interest)
        }
        body.add("payDueDate", paymentDueOn?.description)
        if shape == .current { body.add("userInterestRate", rate) }
        return body
    }

    /// A new debt keeps its rate even for the older backend: the interest part is worked out from it.
    func fitting(_ shape: BackendShape, isChange: Bool) -> DebtFields {
        var fitting = self
        if shape == .older, isChange { fitting.rate = nil }
        return fitting
    }

    /// With the balance worked out from the record.
    func addingUp(of id: String, in snapshot: Snapshot) -> DebtFields {
        var whole = self
        if let lowering, let debt = snapshot.debts.first(where: { $0.id == id }) {
            whole.balance = debt.balance - lowering
        }
        return whole
    }

    func check(_ checks: inout FieldChecks, on snapshot: Snapshot, isChange: Bool) {
        checks.present(isChange || name != nil, .name, "Who is the debt owed to?")
        checks.present(isChange || balance != nil, .amount, "How much is owed?")
        checks.present(isChange || rate != nil, .rate, "What is the yearly interest rate?")
        checks.present(isChange || monthlyPayment != nil, .payment, "How much is paid each month?")
        checks.present(isChange || paymentDueOn != nil, .day, "When is the next payment due?")
        checks.name(name)
        checks.money(balance, .amount, "The balance", mayBeZero: isChange)
        checks.money(monthlyPayment, .payment, "The monthly payment", mayBeZero: true)
        checks.money(extraPayment, .extra, "The extra payment", mayBeZero: true)
        checks.rate(rate)
        checks.day(paymentDueOn, "The due day")
    }

    func current(of id: String, in snapshot: Snapshot) -> DebtFields? {
        guard let record = snapshot.debts.first(where: { $0.id == id }) else { return nil }
        return DebtFields(
            name: name.map { _ in record.name }, balance: balance.map { _ in record.balance },
            monthlyPayment: monthlyPayment.map { _ in record.monthlyPayment },
            extraPayment: extraPayment.map { _ in record.extraPayment },
            rate: rate == nil || record.rateSource != .stated ? nil : record.annualRate,
            paymentDueOn: paymentDueOn == nil ? nil : record.paymentDueOn.map { Day($0) }, lowering: lowering)
    }

    func twins(in snapshot: Snapshot) -> [Twin] {
        snapshot.debts.filter {
            $0.name == name && $0.balance == balance && $0.monthlyPayment == monthlyPayment
                && $0.paymentDueOn.map { Day($0) } == paymentDueOn
        }.map { Twin(id: $0.id, madeAt: nil) }
    }
}
