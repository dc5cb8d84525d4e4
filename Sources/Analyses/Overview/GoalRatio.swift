public import Finance

/// How far this month's expected spending is past its limit, beside what the saving goals ask for each month.
///
/// ratio = max(0, expected spending − limit) ÷ the goals' monthly targets
/// limit = the month's own budgets; without any, income minus the goals' monthly targets, nothing at the least
/// bands: nothing over – on track; up to a tenth – slightly over; up to a quarter – off track; more – well off track.
/// Without a goal that asks for something there is no ratio, and it says so.
public struct GoalRatio: Sendable, Hashable {
    /// Where a month stands; raw values are the wire spelling.
    public enum Band: String, Sendable, Hashable, CaseIterable {
        /// Nothing over the limit.
        case onTrack = "on_track"
        /// Up to a tenth of the goals' monthly targets.
        case slightlyOver = "slightly_over"
        /// Up to a quarter.
        case offTrack = "off_track"
        /// More.
        case wellOffTrack = "well_off_track"
    }

    /// Where the limit comes from.
    public enum LimitSource: String, Sendable, Hashable {
        /// The sum of the month's budgets, or income minus the goals' monthly targets.
        case budgets, income
    }

    /// What stands in the place of a band when no goal asks for anything.
    public static let noGoal = "no goal"
    /// Where bands end, in hundredths of the goals' monthly targets.
    static let edges = (slight: Int64(10), off: Int64(25))

    /// The month.
    public let month: Month
    /// All spending that is expected in it; nil when nothing is forecast.
    public let spending: Money?
    /// What spending is held against; nil without budgets and income.
    public let limit: Money?
    /// Where it comes from; nil without one.
    public let limitSource: LimitSource?
    /// What open goals ask for each month.
    public let target: Money
    /// The band; nil without a goal or when something is not known.
    public let band: Band?
    /// The reason of the band or of its absence, in words.
    public let reason: String
    let snapshot: Snapshot

    /// The running month of a snapshot.
    public init(of snapshot: Snapshot) {
        let forecast = Forecast(of: snapshot)
        let now = forecast.months[0]
        let budgeted = snapshot.budgets(in: now.month).total(\.amount)
        let target = snapshot.savings.monthly
        let source: LimitSource? = budgeted > .zero ? .budgets : now.hasIncome ? .income : nil
        self.snapshot = snapshot
        month = now.month
        spending = now.spending
        limitSource = source
        limit = source.map { $0 == .budgets ? budgeted : (now.totalIncome - target).orZero }
        self.target = target
        (band, reason) = Self.judge(now.spending, limit, target, forecast.abstention)
    }

    /// What is expected beyond the limit; nil when either is not known.
    public var over: Money? { spending.flatMap { spending in limit.map { (spending - $0).orZero } } }
    /// `over` as a share of the target, per cent; nil without a goal.
    public var percent: Double? { target > .zero ? over?.percent(of: target) : nil }

    private static func judge(
        _ spending: Money?, _ limit: Money?, _ target: Money, _ abstention: ForecastAbstention?
    ) -> (Band?, String) {
        guard target > .zero else { return (nil, "\(noGoal): no open saving goal asks for anything each month") }
        guard let spending else { return (nil, abstention?.reason ?? "Nothing is forecast.") }
        guard let limit else { return (nil, "neither a budget nor any income is in sight for the month") }
        let over = (spending - limit).orZero
        let band = band(over, target)
        let held = "expected spending of \(spending) against a limit of \(limit)"
        if band == .onTrack { return (band, "\(held): nothing over") }
        let share = over.percent(of: target).map { Figure.Value.percent($0).printed } ?? "a part"
        return (band, "\(held): \(over) over, \(share) of the \(target) that goals ask for each month")
    }

    /// The band of an excess; the target must be above zero. Edges belong to the better band.
    static func band(_ over: Money, _ target: Money) -> Band {
        func isWithin(_ hundredths: Int64) -> Bool {
            Int128(over.pence) * 100 <= Int128(target.pence) * Int128(hundredths)
        }
        if over <= .zero { return .onTrack }
        return isWithin(edges.slight) ? .slightlyOver : isWithin(edges.off) ? .offTrack : .wellOffTrack
    }
}
