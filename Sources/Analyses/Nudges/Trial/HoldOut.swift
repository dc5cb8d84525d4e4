public import Finance

/// Who gets no nudges in a week, so that it can be told what nudges do (feature 24). One person-week in five, by a salted
/// hash: the same on every machine and in every run, and no one can tell from one week what the next will be.
///
/// It holds for messages whose effect can be measured and that nobody asked for. Safety and debt distress never take
/// part; nor do budget alerts and check-ins, which the person switched on.
public struct HoldOut: Sendable, Hashable {
    /// Which side of the comparison.
    public enum Arm: String, Sendable, Hashable, Codable, CaseIterable {
        /// Delivered, or withheld.
        case treated, control
    }

    /// Person-weeks withheld, of a hundred.
    public static let percent: UInt64 = 20
    /// Kinds that take part.
    public static let kinds: Set<Nudge.Kind> = [.insight, .spending]

    private let salt: String

    /// A hold-out told apart from every other by its salt, which stays the same for as long as it is measured.
    public init(salt: String) { self.salt = salt }

    /// The side of a person in a week.
    public func arm(of user: UserID, in week: ISOWeek) -> Arm {
        KeyDigest("hold-out", salt, user.hex, week.description).number % 100 < Self.percent ? .control : .treated
    }

    /// A message with its side, told by the week in which it was made; without one where it takes no part.
    public func assigned(_ nudge: Nudge, to user: UserID) -> Nudge {
        var nudge = nudge
        let takesPart = !nudge.isSafety && nudge.category != nil && Self.kinds.contains(nudge.kind)
        nudge.arm = takesPart ? arm(of: user, in: ISOWeek(containing: nudge.createdAt)) : nil
        return nudge
    }
}
