public import Analyses
import Finance
public import FoundationEssentials

/// A name for how somebody goes about saving, for the person alone: never for admins, peers or any measure of risk.
/// Raw values are stored and the wire spelling.
public enum BehaviourTag: String, Sendable, Hashable, Codable, CaseIterable {
    /// In the order that decides when two stand on equally much.
    case masterBuilder = "Master Builder"
    case securitySeeker = "Security Seeker"
    case intentionalDreamer = "Intentional Dreamer"
    case frugalFortress = "Frugal Fortress"
    case passiveSaver = "Passive Saver"
    case emotionalSpender = "Emotional Spender"
}

/// The tag of a person, or why there is none.
public struct TagChoice: Sendable, Hashable, Codable {
    /// Who decided.
    public enum Author: String, Sendable, Hashable, Codable {
        /// The rules in `TagEvidence`, or the person. What the person decided no rule changes.
        case rule, user
    }

    /// The tag; nil for none.
    public let tag: BehaviourTag?
    /// What it stands on, a sentence each.
    public let evidence: [String]
    /// Why there is none; nil when there is one.
    public let reason: String?
    /// Who decided.
    public let assignedBy: Author
    /// When.
    public let at: Date

    /// A tag the person gave themselves.
    public static func chosen(_ tag: BehaviourTag, at now: Date) -> TagChoice {
        TagChoice(tag: tag, evidence: ["You chose it."], reason: nil, assignedBy: .user, at: now)
    }

    /// No tag, because the person does not want one.
    public static func removed(at now: Date) -> TagChoice {
        TagChoice(tag: nil, evidence: [], reason: "You removed it.", assignedBy: .user, at: now)
    }

    /// For the person.
    public var json: JSON {
        [
            "tag": .string(orNull: tag?.rawValue), "evidence": .array(evidence.map { .string($0) }),
            "reason": .string(orNull: reason), "assignedBy": .string(assignedBy.rawValue),
            "at": .string(at.rfc3339),
        ]
    }
}
