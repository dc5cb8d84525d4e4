public import Finance

/// One debt as the month loop sees it: something is owed, its rate and its payment are known.
public struct PlannedDebt: Sendable, Hashable {
    /// A rate that holds from a month on, for instance when a 0 % offer ends.
    public struct RateChange: Sendable, Hashable {
        /// The month of the plan from which it holds, 1 is the first.
        public var month: Int
        /// The yearly rate from then on.
        public var rate: Rate

        /// A rate and the month of the plan from which it holds.
        public init(month: Int, rate: Rate) {
            self.month = month
            self.rate = rate
        }
    }

    /// The highest yearly rate that is believed, 10,000 %.
    public static let highestRate = Rate(basisPoints: 1_000_000)

    /// The stored id.
    public let id: String
    /// What the person calls it.
    public let name: String
    /// What is owed at the start, above zero.
    public let balance: Money
    /// What must be paid each month; it stays as entered until the debt is cleared.
    public let minimum: Money
    /// The yearly rate of the first month, which decides the debt's place.
    public let rate: Rate
    /// Later rates, earliest first.
    public let changes: [RateChange]

    /// A debt with amounts and rates brought into what is believed. A change in the first month or before it is the
    /// rate of the start; of two changes in one month the later in the list holds.
    public init(
        id: String, name: String, balance: Money, minimum: Money, rate: Rate, changes: [RateChange] = []
    ) {
        self.id = id
        self.name = name
        self.balance = min(max(balance, .zero), .limit)
        self.minimum = min(max(minimum, .zero), .limit)
        let sorted = changes.enumerated()
            .sorted { ($0.element.month, $0.offset) < ($1.element.month, $1.offset) }
            .map { RateChange(month: $0.element.month, rate: Self.believed($0.element.rate)) }
        self.rate = sorted.last { $0.month <= 1 }?.rate ?? Self.believed(rate)
        self.changes = sorted.filter { $0.month > 1 }
    }

    /// One month's interest on the whole balance at the first month's rate.
    public var firstInterest: Money {
        Money(pence: PayoffLoop.interest(on: balance.pence, at: Int64(rate.basisPoints)))
    }

    private static func believed(_ rate: Rate) -> Rate { min(max(rate, Rate(basisPoints: 0)), highestRate) }
}

extension Array where Element == PlannedDebt {
    /// Places by rate, highest first; equal rates by balance, smallest first, then by name and id.
    var byRate: [Int] {
        indices.sorted {
            let (a, b) = (self[$0], self[$1])
            return (b.rate, a.balance, a.name, a.id) < (a.rate, b.balance, b.name, b.id)
        }
    }

    /// Places by balance, smallest first; equal balances by rate, highest first, then by name and id.
    var byBalance: [Int] {
        indices.sorted {
            let (a, b) = (self[$0], self[$1])
            return (a.balance, b.rate, a.name, a.id) < (b.balance, a.rate, b.name, b.id)
        }
    }

    /// The `count` smallest balances first, the others by rate.
    func smallestFirst(_ count: Int) -> [Int] {
        let small = byBalance.prefix(count)
        let chosen = Set(small)
        return small + byRate.filter { !chosen.contains($0) }
    }

    /// The debts of `ids` in that order, the others by rate; ids that are not there are passed over.
    func ordered(by ids: [String]) -> [Int] {
        let places = Dictionary(enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        var taken: Set<Int> = []
        let named = ids.compactMap { places[$0] }.filter { taken.insert($0).inserted }
        return named + byRate.filter { !taken.contains($0) }
    }
}
