import Finance

extension DebtPlan {
    /// What the plan takes for granted, in plain words.
    public var remarks: [String] {
        guard !portfolio.planned.isEmpty else { return [] }
        var remarks = [
            "Payments stay as entered until a debt is cleared; a card minimum that falls takes longer.",
            "No new borrowing and no fees are counted.",
        ]
        if portfolio.planned.contains(where: { !$0.changes.isEmpty }) {
            remarks.append("The order is fixed at the start, by the rates of the first month.")
        } else {
            remarks.append("Rates stay as they are today.")
        }
        if snapshot.openDebts.contains(where: { $0.rateSource == .estimated }) {
            remarks.append("A rate marked estimated is worked out from the interest part of a payment.")
        }
        if !portfolio.leftOut.isEmpty {
            remarks.append("Debts without a known rate or payment are not part of these sums.")
        }
        return remarks
    }

    /// What is out of the ordinary in this plan, in plain words.
    public var warnings: [String] {
        var warnings: [String] = []
        if let comparison = avalancheVsSnowball, comparison.isPracticallyEqual, portfolio.planned.count > 1 {
            warnings.append("The two orders are practically equal in interest.")
        }
        if plans[.minimumOnly]?.clears == false {
            warnings.append("At the minimum payments alone some of this debt is never cleared.")
        }
        return warnings
    }
}
