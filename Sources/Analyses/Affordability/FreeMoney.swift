import Finance

/// What is there to spend by the day of a purchase, as far as records tell.
///
/// This month: income minus expenses. A later month: that, and what a usual month leaves for each month until then, if
/// all of it is kept. A forecast given with the question takes the place of either.
struct FreeMoney: Sendable, Hashable {
    /// Furthest month that is looked at, ten years on.
    static let furthest = 120
    /// Most that is believed either way, so that no product overflows.
    private static let most = Money(pence: Money.limit.pence * 10_000)

    /// Whole months from the snapshot's month to the purchase's.
    let monthsAway: Int
    /// Left before the purchase; nil when nothing tells.
    let left: Money?
    /// Left in one month, against which a monthly payment is held.
    let monthly: Money?
    /// What the goals ask for until then, the purchase's month included.
    let goals: Money
    /// One month's income, of which a part must remain.
    let income: Money
    /// Received minus paid in the month up to the day itself; nil unless a day of this month was asked for.
    let byDay: Money?
    /// Days from today to the end of the purchase's month; nil for a snapshot of another month.
    let days: Int?

    init(in snapshot: Snapshot, _ options: Affordability.Options) {
        let month = snapshot.month
        let day = options.on.map { max($0, snapshot.today) }
        let away = day.map { min(max(0, ($0.year - month.year) * 12 + $0.month - month.month), Self.furthest) } ?? 0
        monthsAway = away
        let totals = snapshot.thisMonth
        let running = totals.incomeCount == 0 ? nil : totals.leftOver
        let usual = away > 0 || running == nil ? TypicalMonth(of: snapshot).left : nil
        let later = usual.map { (running ?? .zero) + Money(pence: Self.bounded($0).pence * Int64(away)) }
        left = (options.expectedLeft ?? (away == 0 ? running : later)).map(Self.bounded)
        monthly = (away == 0 ? options.expectedLeft ?? running ?? usual : usual).map(Self.bounded)
        goals = Self.bounded(Money(pence: Self.bounded(snapshot.savings.monthly).pence * Int64(away + 1)))
        income = Self.bounded(totals.incomeCount > 0 ? totals.income : snapshot.lastMonth.income)
        let isTimed = away == 0 && options.expectedLeft == nil
        byDay = isTimed ? day.flatMap { month.contains($0.start) ? Self.left(by: $0, in: snapshot) : nil } : nil
        days =
            month.contains(snapshot.asOf)
            ? month.advanced(by: away).lastDay.number - snapshot.today.number + 1 : nil
    }

    private static func left(by day: Day, in snapshot: Snapshot) -> Money {
        let received = snapshot.incomes(in: snapshot.month).filter { Day($0.receivedOn) <= day }.total(\.amount)
        let paid = snapshot.expenses(in: snapshot.month).filter { Day($0.fallsOn) <= day }.total(\.amount)
        return received - paid
    }

    private static func bounded(_ money: Money) -> Money { min(max(money, -most), most) }
}
