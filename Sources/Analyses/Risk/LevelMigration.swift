import Finance

/// How people moved between levels from one list to a later one, for the admin's week.
public struct LevelMigration: Sendable, Hashable {
    /// A level, or nil for not assessed, to another.
    public struct Step: Sendable, Hashable {
        /// Where they stood.
        public let from: RiskBand?
        /// Where they stand.
        public let to: RiskBand?
        /// How many people.
        public let count: Int
    }

    /// Every pair of levels, the ones nobody took included, not assessed first.
    public let steps: [Step]
    /// People only in the later list.
    public let joined: Int
    /// People only in the earlier one.
    public let left: Int

    /// Compares two lists; of a person who is there twice the last line counts.
    public init(from previous: [TriageRow], to current: [TriageRow]) {
        let before = Dictionary(previous.map { ($0.userID, $0.level) }, uniquingKeysWith: { $1 })
        let after = Dictionary(current.map { ($0.userID, $0.level) }, uniquingKeysWith: { $1 })
        var counts: [[RiskBand?]: Int] = [:]
        for (id, from) in before {
            if let to = after[id] { counts[[from, to], default: 0] += 1 }
        }
        let bands: [RiskBand?] = [nil] + RiskBand.allCases
        steps = bands.flatMap { from in
            bands.map { Step(from: from, to: $0, count: counts[[from, $0]] ?? 0) }
        }
        joined = after.keys.count { before[$0] == nil }
        left = before.keys.count { after[$0] == nil }
    }

    /// People whose level rose, of those assessed both times.
    public var rose: Int { total { $0 < $1 } }
    /// People whose level fell.
    public var fell: Int { total { $0 > $1 } }
    /// People whose level is the same.
    public var held: Int { total { $0 == $1 } }

    /// The matrix for the admin overview.
    public var json: JSON {
        [
            "rose": .int(Int64(rose)), "fell": .int(Int64(fell)), "held": .int(Int64(held)),
            "joined": .int(Int64(joined)), "left": .int(Int64(left)),
            "steps": .array(
                steps.map { step in
                    [
                        "from": .string(orNull: step.from?.rawValue), "to": .string(orNull: step.to?.rawValue),
                        "count": .int(Int64(step.count)),
                    ]
                }),
        ]
    }

    private func total(_ isOne: (RiskBand, RiskBand) -> Bool) -> Int {
        steps.reduce(0) { sum, step in
            guard let from = step.from, let to = step.to, isOne(from, to) else { return sum }
            return sum + step.count
        }
    }
}
