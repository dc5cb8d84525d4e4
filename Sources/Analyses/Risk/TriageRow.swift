public import Finance
public import FoundationEssentials

/// One line of the admin's list of people, made at night and stored, so that listing reads no finances.
///
/// Order: higher level first, the not assessed last; higher score first; a debt that never clears first; then the user
/// id, so that no two lines are equal and a page boundary is a place, not a count.
public struct TriageRow: Sendable, Hashable, Codable {
    /// Who it is about.
    public var userID: UserID
    /// Where they stand; nil when nothing could be assessed.
    public var level: RiskBand?
    /// The score, nil likewise.
    public var score: Int?
    /// The finding that says most.
    public var topReason: String
    /// When the records were read.
    public var asOf: Date
    /// How far the records can be relied on.
    public var quality: DataQuality.Grade
    /// Number of debts that never clear.
    public var neverClearing: Int

    /// The line of an assessment.
    public init(of assessment: RiskAssessment) {
        userID = assessment.snapshot.person.id
        level = assessment.level
        score = assessment.score
        topReason = assessment.topReason
        asOf = assessment.snapshot.asOf
        quality = assessment.quality.grade
        neverClearing = assessment.burden.neverClearing.count
    }

    /// Its place in the order.
    public var cursor: TriageCursor {
        TriageCursor(
            urgency: (level.map { $0.rank + 1 } ?? 0) * 1_000 + min(max(score ?? 0, 0), 499) * 2
                + (neverClearing > 0 ? 1 : 0), userID: userID)
    }

    /// The line for the admin list.
    public var json: JSON {
        [
            "userId": .string(userID.hex), "level": .string(orNull: level?.rawValue),
            "status": .string((level ?? .low).legacyWords), "score": .count(orNull: score),
            "topReason": .string(topReason), "neverClearing": .int(Int64(neverClearing)),
            "dataQuality": .string(quality.rawValue), "asOf": .string(asOf.rfc3339),
        ]
    }
}

/// A place in the admin's list. Its text, such as `3142-661f0a1b2c3d4e5f60718293`, is what a client hands back.
public struct TriageCursor: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// Level, score and never-clearing debts as one number: thousands are the level, the rest twice the score plus one
    /// for a debt that never clears.
    public let urgency: Int
    /// The last part of the order.
    public let userID: UserID

    init(urgency: Int, userID: UserID) {
        self.urgency = urgency
        self.userID = userID
    }

    /// Reads a cursor's text; nil for anything else.
    public init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, (1...4).contains(parts[0].utf8.count), parts[0].utf8.allSatisfy({ 48...57 ~= $0 }),
            let urgency = Int(parts[0]), let id = UserID(String(parts[1]))
        else { return nil }
        self.init(urgency: urgency, userID: id)
    }

    /// The text a client hands back.
    public var description: String { "\(urgency)-\(userID)" }

    /// The more urgent first.
    public static func < (lhs: TriageCursor, rhs: TriageCursor) -> Bool {
        (-lhs.urgency, lhs.userID) < (-rhs.urgency, rhs.userID)
    }
}
