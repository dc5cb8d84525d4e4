import Finance

extension DebtPlan {
    /// Most points of each line of the drawing.
    public static let points = 40

    /// The plan for display: strategies in short, when each debt is cleared under each, and lines to draw. Kept small,
    /// since it travels with a chat answer; the whole plan is `json`.
    public var card: Card {
        Card(
            kind: .debtPlan, title: "Ways to clear your debts",
            data: [
                "asOf": .string(snapshot.asOf.rfc3339), "startMonth": .string(start.description),
                "extraMonthly": .money(extra.monthly), "minimumsMonthly": .money(minimums),
                "coverage": .string(coverage.rawValue), "reason": .string(orNull: reason), "strategies": summaries,
                "debts": .array(portfolio.planned.prefix(Review.rows).map(cleared)),
                "debtsNotShown": Review.notShown(portfolio.planned),
                "neverClears": .array(neverClears.prefix(Review.rows).map(\.json)),
                "avalancheVsSnowball": avalancheVsSnowball?.json ?? .null,
                "firstWins": .array(firstWins.prefix(Review.rows).map(\.json)), "leftOut": .array(leftOut),
                "series": series, "warnings": .array(warnings.map { .string($0) }),
            ])
    }

    /// The strategies that were run, in a fixed order.
    var shown: [(strategy: Strategy, plan: PayoffPlan)] {
        Strategy.allCases.compactMap { strategy in plans[strategy].map { (strategy, $0) } }
    }

    private var summaries: JSON {
        .object(
            shown.map { strategy, plan in
                JSON.Member(
                    strategy.rawValue,
                    [
                        "clears": .bool(plan.clears), "months": .count(orNull: plan.months),
                        "debtFreeOn": .string(orNull: plan.debtFreeOn?.description),
                        "totalInterest": .money(orNull: plan.totalInterest),
                        "firstWinMonth": .count(orNull: plan.firstWinMonth),
                    ])
            })
    }

    private func cleared(_ debt: PlannedDebt) -> JSON {
        let months = shown.map { strategy, plan in
            JSON.Member(strategy.rawValue, .count(orNull: plan.payoffs.first { $0.id == debt.id }?.month))
        }
        return [
            "id": .string(debt.id), "name": .string(debt.name), "balance": .money(debt.balance),
            "apr": .percent(orNull: debt.rate.percent), "minimumPayment": .money(debt.minimum),
            "clearedInMonth": .object(months),
        ]
    }

    private var leftOut: [JSON] {
        portfolio.leftOut.prefix(Review.rows).map {
            ["id": .string($0.debt.id), "name": .string($0.debt.name), "reason": .string($0.reason.rawValue)]
        }
    }

    /// What is owed on all debts at evenly spaced months, up to the end of the longest plan that ends.
    private var series: JSON {
        guard !plans.isEmpty else { return .null }
        let last = shown.compactMap(\.plan.months).max() ?? 120
        let count = min(last, Self.points - 1)
        let months = count == 0 ? [0] : (0...count).map { $0 * last / count }
        let lines = shown.filter { $0.strategy != .minimumRollover }.map { strategy, plan in
            JSON.Member(strategy.rawValue, .array(months.map { .money(plan.remaining(after: $0)) }))
        }
        return .object([JSON.Member("months", .array(months.map { .int(Int64($0)) }))] + lines)
    }
}
