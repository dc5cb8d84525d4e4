import Finance

// Whether a figure of the right value is also of the right time, record, pace and direction.
extension Backing {
    /// Whether the claim, where it stands, can mean this figure.
    func suits(_ claim: Claim, _ setting: ClaimSetting, _ now: Month) -> Bool {
        suits(names: setting.names) && suits(topic: setting)
            && suits(periods: setting.periods, claim, now)
            && (isAside ? !claim.isNegative : suits(pace: setting.pace) && suits(claim, setting.direction))
    }

    private func suits(names: Attachment<Int>) -> Bool {
        guard !names.items.isEmpty else { return true }
        if let name { return names.items.contains(name) }
        // A day beside a record is that record's day; an amount may be a total of which the record is a part.
        if case .day = exact { return names.hold == .inherited }
        return names.hold != .tight
    }

    /// A total put forward as such is no single record's number, and what is called left is no income.
    private func suits(topic setting: ClaimSetting) -> Bool {
        if setting.direction.closeBalance != nil, !topics.isEmpty, !topics.contains(.left) { return false }
        guard let topic = setting.topic else { return true }
        return topics.contains(topic) && (name == nil || !setting.names.items.isEmpty)
    }

    private func suits(periods: Attachment<Period>, _ claim: Claim, _ now: Month) -> Bool {
        guard !periods.items.isEmpty, claim.isMoneyOrPercent else { return true }
        if !window.isEmpty {
            // A change is of its last month, whatever it is compared with.
            let months = isChange && periods.hold == .tight ? window : months
            if periods.items.contains(where: { period in months.contains(where: period.covers) }) { return true }
            return isYear && periods.items.contains { if case .year = $0 { true } else { false } }
        }
        // A balance is of now: it is not what was owed in a month gone by. A pace goes with any year but its own sum.
        if pace == .monthly, periods.hold != .inherited, periods.items.allSatisfy(\.isYear) {
            return false
        }
        return periods.hold == .inherited || !periods.items.allSatisfy { $0.isBefore(now) }
    }

    /// Whether it covers a year or more.
    private var isYear: Bool { pace == .yearly || window.count >= 12 }

    private func suits(pace stated: Pace?) -> Bool {
        guard let stated else { return true }
        if let pace { return pace == stated }
        return stated == .monthly && window.count == 1 && !isChange
    }

    private func suits(_ claim: Claim, _ direction: Direction) -> Bool {
        switch exact {
        case .money(let pence) where isChange: suits(pence, claim, direction.change)
        case .percent(let share) where isChange: suits(share, claim, direction.change)
        case .money(let number) where number < 0, .percent(let number) where number < 0:
            claim.isNegative || direction.balance == .negative || direction.balance == nil && direction.speaksOfShortage
        case .money, .percent: !claim.isNegative && !(isLeft && direction.balance == .negative)
        default: true
        }
    }

    private func suits(_ change: Int64, _ claim: Claim, _ stated: Direction.Way?) -> Bool {
        if change < 0 { return stated == .negative || stated == nil && claim.isNegative }
        return !claim.isNegative && stated != .negative
    }
}

extension Period {
    /// Whether it is a whole year.
    var isYear: Bool { if case .year = self { true } else { false } }
}
