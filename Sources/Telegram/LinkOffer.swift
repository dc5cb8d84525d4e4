public import FoundationEssentials

/// A code that waits to be typed, as it is stored: never the code itself. It is good once and for ten minutes.
///
/// ```swift
/// let code = LinkCode(random: bytes)
/// var offer = LinkOffer(code, salt: salt, at: now)     // stored for the person; code.shown is displayed
/// offer.redeem(typed, salt: salt, at: now)             // .linked once, then .used
/// ```
/// A store that hands a value out only once (`Ports.Claims`) may keep whose it is under `code.storedName(salt:)` for
/// `LinkOffer.lifetime` instead.
public struct LinkOffer: Sendable, Hashable, Codable {
    /// What came of typing a code.
    public enum Outcome: String, Sendable, Hashable, CaseIterable {
        /// The chat may be linked.
        case linked
        case wrong
        case used
        case expired
    }

    /// How long a code may be used.
    public static let lifetime = Duration.seconds(600)

    /// What the code is stored under.
    public let name: String
    /// When it is worth nothing any more.
    public let endsAt: Date
    /// Whether it has linked a chat.
    public private(set) var isUsed = false

    /// An offer of a fresh code.
    public init(_ code: LinkCode, salt: String, at now: Date) {
        name = code.storedName(salt: salt)
        endsAt = now.addingTimeInterval(Double(Self.lifetime.components.seconds))
    }

    /// Uses the offer if `code` is its code. Of any number of uses one links.
    public mutating func redeem(_ code: LinkCode, salt: String, at now: Date) -> Outcome {
        guard code.storedName(salt: salt) == name else { return .wrong }
        if isUsed { return .used }
        guard now < endsAt else { return .expired }
        isUsed = true
        return .linked
    }
}
