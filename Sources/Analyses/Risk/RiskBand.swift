/// Where the rules put a person: a screening aid, not a lending or creditworthiness decision.
public enum RiskBand: String, Sendable, Hashable, Codable, CaseIterable, Comparable {
    /// Spelled on the wire as they are named.
    case low, medium, high

    /// Score from which a person stands in `medium`.
    public static let mediumFrom = 20
    /// Score from which a person stands in `high`.
    public static let highFrom = 50

    /// The band of a score.
    public init(score: Int) {
        self = score >= Self.highFrom ? .high : score >= Self.mediumFrom ? .medium : .low
    }

    /// The three words the admin screen of the old service knows (contract 5.5).
    public var legacyWords: String {
        switch self {
        case .low: "Low Risk"
        case .medium: "Medium Risk"
        case .high: "High Risk"
        }
    }

    /// 0 for low to 2 for high.
    public var rank: Int {
        switch self {
        case .low: 0
        case .medium: 1
        case .high: 2
        }
    }

    /// Lower risk first.
    public static func < (lhs: RiskBand, rhs: RiskBand) -> Bool { lhs.rank < rhs.rank }
}
