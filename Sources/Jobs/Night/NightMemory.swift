public import Analyses
public import Finance

/// What one night leaves for the next about a person. Small: a few numbers a month, never a record.
public struct NightMemory: Sendable, Hashable, Codable {
    /// Samples of what is saved that are kept: a little over a year of weeks.
    static let mostSamples = 60
    /// Days between two samples at least.
    static let sampleEvery = 7
    /// Months of sums that are kept.
    static let mostMonths = 25

    /// Equal as long as nothing has to be worked out again, see `NightInputs`.
    public var inputs = ""
    /// The first day on which it has to be all the same, because something depends on the date.
    public var wake: Day?
    /// The last assessment.
    public var risk: PreviousRisk?
    /// Sums of closed months and the one that runs, oldest first.
    public var months: [MonthPoint] = []
    /// What was saved, oldest first.
    public var samples: [SavingsPace.Sample] = []
    /// What a cohort is made of, of the newest whole month.
    public var peer: PeerFacts?
    /// What was said about each budget of the month; nil before the first look.
    public var pace: PaceMemory?
    /// Milestones of goals that were said, sorted, so that the same memory is the same text; nil before the first look.
    public var milestones: [String]?
    /// The forecast that stands and how earlier ones turned out; nil before the first.
    public var forecast: ForecastMemory?
    /// Keys of alerts raised about this month.
    public var alerts: [String]?
    /// Hashes of what was last written, by part: what has not changed is not written again.
    public var written: [String: String] = [:]
    /// Reports that a model may still word.
    public var unworded: [String] = []

    /// Nothing remembered yet.
    public init() {}

    /// Takes what the records say today.
    mutating func note(_ snapshot: Snapshot) {
        months = MonthPoint.adding(snapshot, to: months, keeping: Self.mostMonths)
        let sample = SavingsPace.Sample(of: snapshot)
        guard snapshot.goals.isEmpty == false || !samples.isEmpty else { return }
        // The newest sample always says what is saved now; an older one stays once it is old enough to compare with.
        if let last = samples.last, let before = samples.dropLast().last,
            last.on.number - before.on.number < Self.sampleEvery
        {
            samples.removeLast()
        }
        if samples.last?.on == sample.on { samples.removeLast() }
        samples = (samples + [sample]).suffix(Self.mostSamples)
    }
}

/// The sums of a month as a night saw them.
public struct MonthPoint: Sendable, Hashable, Codable {
    /// Which month.
    public var month: Month
    /// Its income.
    public var income: Money
    /// Its expenses.
    public var expenses: Money
    /// Saved on the last night that looked.
    public var saved: Money
    /// Owed then.
    public var owed: Money

    static func adding(_ snapshot: Snapshot, to points: [MonthPoint], keeping limit: Int) -> [MonthPoint] {
        let totals = snapshot.totals(of: snapshot.month)
        let point = MonthPoint(
            month: snapshot.month, income: totals.income, expenses: totals.expenses, saved: snapshot.savings.saved,
            owed: snapshot.debtTotals.balance)
        return (points.filter { $0.month != point.month } + [point]).sorted { $0.month < $1.month }.suffix(limit)
    }
}

extension SavingsPace.Sample {
    /// What is saved towards each goal on the snapshot's day.
    init(of snapshot: Snapshot) {
        self.init(
            on: snapshot.today, saved: snapshot.savings.saved,
            goals: Dictionary(snapshot.goals.map { ($0.id, $0.saved) }, uniquingKeysWith: { first, _ in first }))
    }
}

/// A member of a cohort as it is kept until the cohorts of the week are built.
public struct PeerFacts: Sendable, Hashable, Codable {
    /// The month the sums are of.
    public var period: Month
    /// Its income.
    public var income: Money
    /// Its spending by category, the largest.
    public var spending: [String: Money]
    /// Its spending in all.
    public var total: Money
    /// Whether a partner is linked.
    public var hasPartner: Bool

    init(of snapshot: Snapshot) {
        period = snapshot.month.previous
        let member = PeerMember(of: snapshot, in: period, id: "")
        income = member.income
        spending = member.spending
        total = member.total
        hasPartner = member.hasPartner
    }

    /// As the cohorts take it, under an opaque id.
    func member(id: String, hasOptedOut: Bool) -> PeerMember {
        PeerMember(
            id: id, income: income, hasPartner: hasPartner, spending: spending, total: total, hasOptedOut: hasOptedOut)
    }
}
