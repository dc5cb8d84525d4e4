public import Finance

/// What one night remembers for the next: the level a person stands in, the level the rules would give, for how many
/// nights they have said so, and a few earlier balances.
///
/// ```
///            rules say the same, or the other level for one night
///           ┌──────────┐
///           ▼          │
///        [ level ]─────┘   the same other level for two nights running, or a jump over a whole level ──▶ [ that level ]
/// ```
/// Low to High and High to Low jump over Medium, so they hold at once. A second run of the same day is not a night.
public struct PreviousRisk: Sendable, Hashable, Codable {
    /// The day of the run.
    public var day: Day
    /// Where the person stood after it; nil when nothing could be assessed.
    public var level: RiskBand?
    /// What the rules gave.
    public var candidate: RiskBand?
    /// Nights running that they gave it, this one included.
    public var nights: Int
    /// The score, nil when nothing could be assessed.
    public var score: Int?
    /// Earlier sums owed, oldest first, one a month, at most `BalancePoint.kept`.
    public var balances: [BalancePoint]

    /// A night with every part given.
    public init(
        day: Day, level: RiskBand?, candidate: RiskBand?, nights: Int, score: Int?, balances: [BalancePoint] = []
    ) {
        self.day = day
        self.level = level
        self.candidate = candidate
        self.nights = nights
        self.score = score
        self.balances = balances
    }

    /// Nights after which a change to the neighbouring level holds.
    public static let nightsToHold = 2
    /// Where the count of nights stops.
    static let mostNights = 9_999

    /// The night of `candidate` on `day` after the night before, if there was one.
    static func night(
        _ candidate: RiskBand?, score: Int?, on day: Day, owed: Money, after previous: PreviousRisk?
    ) -> PreviousRisk {
        let balances = BalancePoint.adding(owed, on: day, to: previous?.balances ?? [])
        var night = PreviousRisk(
            day: day, level: candidate, candidate: candidate, nights: 1, score: score, balances: balances)
        guard let previous else { return night }
        if previous.candidate == candidate {
            night.nights = min(max(previous.nights, 1) + (previous.day < day ? 1 : 0), mostNights)
        }
        // What appears or vanishes with the records themselves has nothing to settle.
        guard let stood = previous.level, let candidate else { return night }
        let jump = abs(candidate.rank - stood.rank)
        night.level = jump > 1 || night.nights >= nightsToHold ? candidate : stood
        return night
    }
}

/// What was owed on a day.
public struct BalancePoint: Sendable, Hashable, Codable {
    /// The day.
    public var day: Day
    /// The sum of all open debts.
    public var balance: Money

    /// A point with both parts given.
    public init(day: Day, balance: Money) {
        self.day = day
        self.balance = balance
    }

    /// Most points remembered.
    public static let kept = 4
    /// Days a point must be old to be compared with.
    static let ages = 28...125

    /// The earliest point old enough, and young enough, to compare with.
    static func baseline(of points: [BalancePoint], on day: Day) -> BalancePoint? {
        points.filter { ages.contains(day.number - $0.day.number) }.min { $0.day < $1.day }
    }

    /// The points with one more when the month has none yet.
    static func adding(_ balance: Money, on day: Day, to points: [BalancePoint]) -> [BalancePoint] {
        let sorted = points.filter { $0.day <= day }.sorted { $0.day < $1.day }
        if let last = sorted.last?.day, last.year == day.year, last.month == day.month { return sorted.suffix(kept) }
        return (sorted + [BalancePoint(day: day, balance: balance)]).suffix(kept)
    }
}
