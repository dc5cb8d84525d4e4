public import Finance

/// Moves between levels over an ISO week, summed from what each night counted (`from>to`, `none` for not assessed).
/// Who stays is counted again every night, so only moves are in it.
public struct WeekOfLevels: Sendable, Hashable {
    /// The week.
    public let week: ISOWeek
    /// Nights of it that are in the sum.
    public let nights: Int
    /// Every move that somebody made, from the lower level on, not assessed first.
    public let moves: [LevelMigration.Step]

    /// The nights of a week among `nights`; of a day that is there twice every run counts, since it moved others.
    public init(_ week: ISOWeek, nights: [(day: Day, levels: [String: Int])]) {
        let inWeek = nights.filter { week.contains($0.day) }
        let counts = inWeek.reduce(into: [String: Int]()) { sum, night in
            sum.merge(night.levels) { Int(clamping: Int128($0) + Int128($1)) }
        }
        let bands: [RiskBand?] = [nil] + RiskBand.allCases
        self.week = week
        self.nights = Set(inWeek.map(\.day)).count
        moves = bands.flatMap { from in
            bands.compactMap { to in
                let count = counts[Self.key(from, to)] ?? 0
                return from == to || count <= 0 ? nil : LevelMigration.Step(from: from, to: to, count: count)
            }
        }
    }

    /// What a night counts a person under.
    public static func key(_ from: RiskBand?, _ to: RiskBand?) -> String {
        "\(from?.rawValue ?? "none")>\(to?.rawValue ?? "none")"
    }

    /// Moves to a higher level, of people assessed before.
    public var rose: Int { total { $0 < $1 } }
    /// Moves to a lower one.
    public var fell: Int { total { $0 > $1 } }

    /// The week for administrators.
    public var json: JSON {
        [
            "week": .string(week.description), "nights": .int(Int64(nights)), "rose": .int(Int64(rose)),
            "fell": .int(Int64(fell)),
            "moves": .array(
                moves.map { move in
                    [
                        "from": .string(orNull: move.from?.rawValue), "to": .string(orNull: move.to?.rawValue),
                        "count": .int(Int64(move.count)),
                    ]
                }),
        ]
    }

    private func total(_ isOne: (RiskBand, RiskBand) -> Bool) -> Int {
        moves.reduce(0) { sum, move in
            guard let from = move.from, let to = move.to, isOne(from, to) else { return sum }
            return sum + move.count
        }
    }
}
