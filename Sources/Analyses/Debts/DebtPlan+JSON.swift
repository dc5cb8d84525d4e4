import Finance

// The whole object that `GET /analysis/debt-plan` returns (protocol 6.2), with additions beside its keys.

extension DebtPlan {
    /// Most debts listed one by one; sums always cover all.
    public static let rows = 50

    /// The plan as served over HTTP.
    public var json: JSON {
        [
            "currency": "GBP", "asOf": .string(snapshot.asOf.rfc3339), "startMonth": .string(start.description),
            "extraMonthly": .money(extra.monthly), "lumpSums": lumpSums, "minimumsMonthly": .money(minimums),
            "count": .int(Int64(snapshot.openDebts.count)), "coverage": .string(coverage.rawValue),
            "basis": "whole pence; interest each month on the balance, rounded half to even, before payments",
            "reason": .string(orNull: reason), "debts": .array(debts), "debtsNotShown": notShown(snapshot.openDebts),
            "strategies": .object(strategies), "neverClears": .array(neverClears.prefix(Self.rows).map(\.json)),
            "avalancheVsSnowball": avalancheVsSnowball?.json ?? .null, "firstWins": .array(firstWins.map(\.json)),
            "warnings": .array(warnings.map { .string($0) }), "remarks": .array(remarks.map { .string($0) }),
        ]
    }

    private func notShown<Rows: Collection>(_ all: Rows) -> JSON { .int(Int64(max(0, all.count - Self.rows))) }

    private var lumpSums: JSON {
        .array(
            extra.lumpSums.sorted { $0.key < $1.key }.prefix(Self.rows).map { month, amount in
                ["month": .int(Int64(month)), "amount": .money(amount)]
            })
    }

    private var debts: [JSON] {
        let left = Dictionary(portfolio.leftOut.map { ($0.debt.id, $0) }, uniquingKeysWith: { first, _ in first })
        let planned = Dictionary(portfolio.planned.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        return snapshot.openDebts.sorted { ($1.balance, $0.id) < ($0.balance, $1.id) }.prefix(Self.rows)
            .map { json($0, planned[$0.id], left[$0.id]) }
    }

    private func json(_ debt: Debt, _ planned: PlannedDebt?, _ left: DebtPortfolio.LeftOut?) -> JSON {
        let rate = planned?.rate ?? debt.annualRate
        let source = rate != nil && rate != debt.annualRate ? .stated : debt.rateSource
        return [
            "id": .string(debt.id), "name": .string(debt.name), "balance": .money(debt.balance),
            "apr": .percent(orNull: rate?.percent), "aprSource": .string(source.rawValue),
            "minimumPayment": left.map(\.reason) == .unreadablePayment ? .null : .money(debt.monthlyPayment),
            "payDueDate": .day(orNull: debt.nextDue(from: snapshot.today)),
            "secured": options.secured.contains(debt.id) ? true : .null, "isPlanned": .bool(left == nil),
            "reason": .string(orNull: left?.reason.rawValue), "question": .string(orNull: left?.question),
        ]
    }

    private var strategies: [JSON.Member] {
        Strategy.allCases.filter { $0 != .custom || plans[.custom] != nil }
            .map { strategy in JSON.Member(strategy.rawValue, plans[strategy].map { json(strategy, $0) } ?? .null) }
    }

    private func savings(of strategy: Strategy) -> JSON {
        .object(
            Strategy.baselines.map { baseline in
                let saving = saving(of: strategy, against: baseline)
                return JSON.Member(
                    baseline.rawValue,
                    saving.map {
                        ["interest": .money($0.interestDifference), "months": .int(Int64($0.monthsDifference))]
                    } ?? .null)
            })
    }

    private func json(_ strategy: Strategy, _ plan: PayoffPlan) -> JSON {
        [
            "clears": .bool(plan.clears), "months": .count(orNull: plan.months),
            "debtFreeOn": .string(orNull: plan.debtFreeOn?.description),
            "totalInterest": .money(orNull: plan.totalInterest),
            "payoff": .array(plan.payoffs.prefix(Self.rows).map { plan.json($0) }),
            "firstWinMonth": .count(orNull: plan.firstWinMonth),
            "openAccounts": .array(
                plan.openSteps.prefix(Self.rows).map {
                    ["month": .int(Int64($0.month)), "open": .int(Int64($0.open))]
                }),
            "saving": savings(of: strategy),
            "interestAboveAvalanche": .money(orNull: price(of: strategy)),
        ]
    }
}

extension PayoffPlan {
    fileprivate func json(_ payoff: Payoff) -> JSON {
        [
            "id": .string(payoff.id), "name": .string(payoff.name), "month": .count(orNull: payoff.month),
            "date": .string(orNull: payoff.month.map { date(of: $0).description }), "interest": .money(payoff.interest),
        ]
    }
}

extension NeverClearing {
    var json: JSON {
        [
            "id": .string(id), "name": .string(name), "payment": .money(payment),
            "monthlyInterest": .money(monthlyInterest), "breakEvenPayment": .money(breakEvenPayment),
            "fromMonth": .count(orNull: fromMonth), "reason": .string(reason),
        ]
    }
}

extension PlanComparison {
    var json: JSON {
        [
            "interestDifference": .money(interestDifference), "monthsDifference": .int(Int64(monthsDifference)),
            "practicallyEqual": .bool(isPracticallyEqual), "crossoverMonth": .count(orNull: crossoverMonth),
        ]
    }
}

extension FirstWin {
    var json: JSON {
        [
            "smallestFirst": .int(Int64(count)), "months": .count(orNull: plan.months),
            "firstWinMonth": .count(orNull: plan.firstWinMonth), "totalInterest": .money(orNull: plan.totalInterest),
            "price": .money(orNull: price),
        ]
    }
}
