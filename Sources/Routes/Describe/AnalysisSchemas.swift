internal import Analyses

/// The named shapes of the analyses: the members that are always there. Amounts are pounds; null where nothing can be
/// computed, with a reason beside it.
enum AnalysisSchemas {
    static let all: [JSON.Member] = [
        .init("DebtPlan", debtPlan), .init("DebtStrategy", strategy), .init("BudgetRule", budgetRule),
        .init("SpendingMonth", spending), .init("WeeklySummary", weekly), .init("ExpenseAudit", audit),
        .init("GoalProgress", goals), .init("Affordability", affordability),
        .init("PeerComparison", peers), .init("Forecast", Schema.anything), .init("GoalRatio", Schema.anything),
        .init("GoalWhatIf", goalWhatIf), .init("BudgetPlan", budgetPlan),
        .init("Report", report), .init("UserDashboard", dashboard), .init("AdminAlert", alert),
    ]

    private static let budgetPlan = Schema.object([
        "month": Schema.text, "income": Schema.orNull(Schema.number), "fixed": Schema.number,
        "shortfall": Schema.orNull(Schema.number), "unallocated": Schema.orNull(Schema.number),
        "untouched": Schema.number, "isCut": Schema.flag, "remark": Schema.orNull(Schema.text),
        "lines": Schema.list(Schema.anything), "hasPlan": Schema.flag,
    ])

    private static let goalWhatIf = Schema.object([
        "goalId": Schema.text, "name": Schema.text, "asOf": Schema.time, "basis": Schema.text,
        "monthsSooner": Schema.orNull(Schema.whole), "before": Schema.anything, "after": Schema.anything,
    ])

    private static let pounds = Schema.orNull(Schema.number)
    private static let reason = Schema.orNull(Schema.text)
    private static let things = Schema.list(Schema.anything)

    private static let debtPlan = Schema.object([
        "currency": Schema.oneOf(["GBP"]), "asOf": Schema.time, "startMonth": Schema.text,
        "extraMonthly": Schema.number, "count": Schema.whole, "coverage": Schema.text, "basis": Schema.text,
        "reason": reason, "debts": Schema.list(debt), "strategies": strategies,
        "neverClears": Schema.list(neverClears), "avalancheVsSnowball": Schema.orNull(comparison),
        "firstWins": things, "warnings": Schema.list(Schema.text), "remarks": Schema.list(Schema.text),
    ])

    private static let debt = Schema.object([
        "id": Schema.text, "name": Schema.text, "balance": Schema.number, "apr": Schema.orNull(Schema.number),
        "aprSource": Schema.oneOf(["stated", "estimated", "unknown"]), "minimumPayment": pounds,
        "payDueDate": Schema.orNull(Schema.day),
    ])

    /// A strategy is null when no debt can be planned.
    private static let strategies = Schema.object([
        "minimum_only": Schema.orNull(Schema.named("DebtStrategy")),
        "minimum_rollover": Schema.orNull(Schema.named("DebtStrategy")),
        "avalanche": Schema.orNull(Schema.named("DebtStrategy")),
        "snowball": Schema.orNull(Schema.named("DebtStrategy")),
    ])

    private static let strategy = Schema.object([
        "clears": Schema.flag, "months": Schema.orNull(Schema.whole), "debtFreeOn": Schema.orNull(Schema.text),
        "totalInterest": pounds, "payoff": things,
    ])

    private static let neverClears = Schema.object([
        "id": Schema.text, "name": Schema.text, "monthlyInterest": pounds, "breakEvenPayment": pounds,
    ])

    private static let comparison = Schema.object([
        "interestDifference": pounds, "monthsDifference": Schema.orNull(Schema.whole), "practicallyEqual": Schema.flag,
    ])

    private static let budgetRule = Schema.object([
        "currency": Schema.oneOf(["GBP"]), "month": Schema.text, "asOf": Schema.time, "basis": Schema.text,
        "coverage": Schema.text, "income": pounds, "reason": reason, "slices": things, "debtPayments": Schema.anything,
        "fixedCosts": Schema.number, "household": Schema.anything, "transition": Schema.orNull(Schema.anything),
    ])

    private static let spending = Schema.object([
        "currency": Schema.oneOf(["GBP"]), "month": Schema.text, "asOf": Schema.time, "basis": Schema.text,
        "coverage": Schema.text, "count": Schema.whole, "total": pounds, "reason": reason, "previous": Schema.number,
        "growthPercent": Schema.orNull(Schema.number), "growthText": Schema.text, "names": things, "categories": things,
    ])

    private static let weekly = Schema.object([
        "currency": Schema.oneOf(["GBP"]), "week": Schema.text, "from": Schema.day, "to": Schema.day,
        "asOf": Schema.time, "basis": Schema.text, "isRunning": Schema.flag, "coverage": Schema.text, "reason": reason,
        "income": Schema.anything, "expenses": Schema.anything, "previous": pounds, "usual": pounds,
        "categories": things, "biggestPayments": things, "stillToCome": things,
    ])

    private static let audit = Schema.object([
        "currency": Schema.oneOf(["GBP"]), "asOf": Schema.time, "basis": Schema.text, "coverage": Schema.text,
        "count": Schema.whole, "reason": reason, "yearlyEstimate": pounds, "monthlyEstimate": pounds,
        "subscriptions": Schema.anything, "series": things, "priceRises": things, "missing": things, "coming": things,
        "doubled": things, "stopped": things, "dismissed": Schema.whole, "dismissedSeries": things,
    ])

    private static let goals = Schema.object([
        "asOf": Schema.time, "saved": pounds, "target": pounds, "completionPercent": Schema.orNull(Schema.number),
        "monthly": Schema.number, "neededMonthly": pounds, "leftOverMonthly": pounds,
        "isFeasible": Schema.orNull(Schema.flag), "count": Schema.whole, "coverage": Schema.text, "goals": things,
    ])

    private static let affordability = Schema.object([
        "price": Schema.number,
        "verdict": Schema.oneOf(["comfortable", "tight", "not from this month's money", "unknown"]),
        "month": Schema.text, "on": Schema.orNull(Schema.day), "asOf": Schema.time, "basis": Schema.text,
        "coverage": Schema.text, "leftBefore": pounds, "leftAfter": pounds, "goalsMonthly": Schema.number,
        "leftAfterGoals": pounds, "daysLeft": Schema.orNull(Schema.whole), "leftPerDay": pounds,
        "monthsToSave": Schema.orNull(Schema.whole), "consequences": Schema.anything, "ways": things,
        "remarks": Schema.list(Schema.text),
    ])

    private static let peers = Schema.object([
        "asOf": Schema.time, "window": reason, "available": Schema.flag, "reason": reason, "cohort": reason,
        "people": Schema.orNull(Schema.whole), "basis": Schema.text, "source": Schema.text, "text": Schema.text,
        "categories": things,
    ])

    private static let alert = Schema.object([
        "userId": Schema.text, "userEmail": Schema.text, "alertMessage": Schema.text, "category": Schema.text,
        "createdAt": Schema.time, "id": Schema.text,
        "state": Schema.oneOf(["open", "acknowledged", "resolved", "snoozed"]),
        "snoozedUntil": Schema.orNull(Schema.time), "owner": reason, "note": reason,
    ])

    private static let insight = Schema.object([
        "insight": Schema.text, "suggestion": Schema.text, "category": Schema.text,
    ])

    private static let report = Schema.object([
        "summary": Schema.text, "insights": Schema.list(insight), "analysis": Schema.anything,
        "generatedAt": Schema.time, "source": Schema.oneOf(["model", "template"]),
    ])

    private static let dashboard = Schema.object([
        "totalMonthlySpending": Schema.number, "topOverspendingCategories": Schema.list(Schema.text),
        "spendingGrowthFromLastMonth": Schema.text,
        "spendingHeatmap": Schema.list(Schema.object(["category": Schema.text, "spendingLevel": Schema.text])),
        "currentAlerts": Schema.list(Schema.named("AdminAlert")), "aiTips": Schema.list(insight),
        "debtStatuses": Schema.object([
            "missedInstallments": Schema.whole, "nextDueDate": Schema.text, "status": Schema.text,
        ]), "peerComparison": Schema.object(["comparison": Schema.text]), "asOf": Schema.time,
        "analysis": Schema.anything,
    ])
}
