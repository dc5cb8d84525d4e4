import Finance

// Whether a claim's number is a value's number. Rounding is allowed only where a hedge word stands beside it, to the
// last digit written, and never further off than the limits here.
extension Claim {
    /// The most a hedged "about" may be off, as a part of the value: one twentieth.
    private static let aboutPart: Int64 = 20
    /// The most an "over" or "nearly" may be off: one sixth.
    private static let edgePart: Int64 = 6
    /// A share in words stands for what rounds to it: half a percentage point either way, with a hedge two and a half.
    private static let shareSlack: (exact: Int64, hedged: Int64) = (50, 250)

    /// Whether the claim's number, its sign aside, states `exact`.
    func states(_ exact: Backing.Exact, isChange: Bool) -> Bool {
        switch (value, exact) {
        case (.money(let pence), .money(let figure)), (.percent(let pence), .percent(let figure)):
            return Self.rounds(pence, to: figure, hedge)
        case (.share(let share), .percent(let figure)):
            guard figure.magnitude < 1_000_000 else { return false }
            return isNear(share, figure) || isChange && share >= 10_000 && isNear(share, figure + 10_000)
        case (.months(let months), .months(let figure)): return isLength(months, figure)
        case (.day(let day, let month, let year), .day(let figure)):
            return figure.day == day && month.map { $0 == figure.month } ?? true
                && year.map { $0 == figure.year } ?? true
        default: return false
        }
    }

    private static func rounds(_ stated: Int64, to figure: Int64, _ hedge: Hedge) -> Bool {
        guard figure.magnitude <= UInt64(Int64.max / 100), stated <= Int64.max / 100 else { return false }
        let value = Int64(figure.magnitude)
        if stated == value { return true }
        guard hedge != .none, stated > 0 else { return false }
        let unit = unit(of: stated)
        let off = abs(stated - value)
        switch hedge {
        case .none: return false
        case .about: return off * 2 <= unit && (off * aboutPart <= value || off <= 50)
        case .over: return stated < value && off < unit && (off * edgePart <= value || off <= 100)
        case .under: return stated > value && off < unit && (off * edgePart <= value || off <= 100)
        }
    }

    /// What one of the last digit written is worth: 100,000 for £12,000.00; at least a pound or a per cent.
    private static func unit(of stated: Int64) -> Int64 {
        var unit: Int64 = 1
        while stated % (unit * 10) == 0, unit < 1_000_000_000_000 { unit *= 10 }
        return unit
    }

    private func isNear(_ share: Int64, _ figure: Int64) -> Bool {
        let off = figure - share
        switch hedge {
        case .none: return abs(off) <= Self.shareSlack.exact
        case .about: return abs(off) <= Self.shareSlack.hedged
        case .over: return (0...2 * Self.shareSlack.hedged).contains(off)
        case .under: return (-2 * Self.shareSlack.hedged...0).contains(off)
        }
    }

    private func isLength(_ months: Int, _ figure: Int) -> Bool {
        if months == figure { return true }
        guard isInYears || months % 6 == 0 else { return false }
        let slack = isInYears ? 12 : 6
        switch hedge {
        case .none: return false
        case .about: return abs(months - figure) * 4 <= slack
        case .over: return figure > months && figure - months < slack
        case .under: return figure < months && months - figure < slack
        }
    }
}
