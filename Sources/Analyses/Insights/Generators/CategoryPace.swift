import Finance

/// Where one category's month is heading at the pace of its days so far.
///
/// Payments that repeat every month or year count once, on whatever day of the month they fall. So does any single
/// payment of at least half of what is usual: a car repair on the 8th is no reason to expect three more. Everything else
/// up to today is scaled to the whole month, unless even more is entered for later days.
struct CategoryPace: Sendable, Hashable {
    /// Share of the usual amount, per cent, from which one payment counts once.
    static let large = 50

    private(set) var once = Money.zero
    private(set) var spent = Money.zero
    private(set) var entered = Money.zero

    /// Adds a payment of the month.
    mutating func add(_ payment: Expense, repeats: Bool, usual: Money, today: Day) {
        if repeats || payment.amount.isAtLeast(Self.large, percentOf: usual) {
            once += payment.amount
        } else if Day(payment.fallsOn) <= today {
            spent += payment.amount
        } else {
            entered += payment.amount
        }
    }

    /// The whole month, seen at the end of its day `day`, of `length` days.
    func projected(day: Int, of length: Int) -> Money {
        once + max(spent.portion(length, of: max(1, day)), spent + entered)
    }
}

extension InsightGround {
    /// Ids of payments that repeat by the month or year and so have no pace.
    var paceless: Set<String> {
        let fixed = (audit.series + audit.stopped).filter { $0.cadence != .weekly }
        return Set(fixed.flatMap { ($0.paid + $0.entered).flatMap(\.ids) })
    }

    /// The middle one of the last three months for each category; nil while the records are younger than that.
    var usualByCategory: [String?: Money]? {
        let months = (1...3).map { month.advanced(by: -$0) }
        guard let first = snapshot.expenses.first, Month(containing: first.fallsOn) <= months[2] else { return nil }
        let sums = months.map { month in
            Dictionary(
                snapshot.spendingByCategory(in: month).map { ($0.name, $0.amount) }, uniquingKeysWith: +)
        }
        let names = Set(sums.flatMap(\.keys))
        return Dictionary(uniqueKeysWithValues: names.map { name in (name, sums.map { $0[name] ?? .zero }.median) })
    }
}
