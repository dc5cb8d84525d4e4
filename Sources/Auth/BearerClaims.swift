public import Finance
public import FoundationEssentials
internal import Ports

/// What a good bearer token says, each part already checked.
public struct BearerClaims: Sendable, Hashable {
    /// `user_id` when it is there and not empty, else `id`.
    public var user: UserID
    /// The role is exactly `ADMIN`. The store must say so too before it counts.
    public var claimsAdmin: Bool
    /// The `exp` claim.
    public var expiresAt: Date

    /// Claims with every part given.
    public init(user: UserID, claimsAdmin: Bool, expiresAt: Date) {
        self.user = user
        self.claimsAdmin = claimsAdmin
        self.expiresAt = expiresAt
    }
}

/// How far a token's times are believed.
public struct BearerLimits: Sendable, Hashable {
    /// How far the two clocks may differ.
    public var leeway: Duration
    /// The longest time between issue and end; nil accepts any. Refresh tokens of the main backend carry the same claims
    /// as access tokens, so this is the only thing that tells a year-long one apart.
    public var maxLifetime: Duration?

    /// 30 s and no longest lifetime, unless given.
    public init(leeway: Duration = .seconds(30), maxLifetime: Duration? = nil) {
        self.leeway = leeway
        self.maxLifetime = maxLifetime
    }
}

extension BearerClaims {
    /// Reads the payload of a token whose signature is good. Malformed comes before expired, and expired before a
    /// missing user, so that a client learns the thing it can act on.
    init(payload: [UInt8], at now: Date, limits: BearerLimits) throws(IdentityError) {
        guard let claims = ClaimSet(payload) else { throw .invalid }
        let expiresAt = try Self.times(of: claims, at: now, limits: limits)
        self.init(
            user: try Self.user(of: claims), claimsAdmin: try Self.claimsAdmin(claims), expiresAt: expiresAt)
    }

    private static func times(
        of claims: ClaimSet, at now: Date, limits: BearerLimits
    ) throws(IdentityError) -> Date {
        guard case .some(.some(let exp)) = claims.seconds("exp"), case .some(let nbf) = claims.seconds("nbf"),
            case .some(let iat) = claims.seconds("iat")
        else { throw .invalid }
        let clock = now.timeIntervalSince1970
        let leeway = limits.leeway.inSeconds
        for begin in [nbf, iat].compactMap({ $0 }) where Double(begin) > clock + leeway { throw .invalid }
        if let longest = limits.maxLifetime?.inSeconds, Double(exp) - (iat.map(Double.init) ?? clock) > longest {
            throw .invalid
        }
        guard Double(exp) + leeway > clock else { throw .expired }
        return Date(timeIntervalSince1970: Double(exp))
    }

    private static func user(of claims: ClaimSet) throws(IdentityError) -> UserID {
        let text: String
        switch claims["user_id"] {
        case .string(let id) where !id.isEmpty: text = id
        case nil, .null, .string:
            guard case .string(let id)? = claims["id"] else { throw .noUser }
            text = id
        case .number, .other: throw .noUser
        }
        guard let user = UserID(text) else { throw .noUser }
        return user
    }

    /// A role of any other text grants nothing; a role that is not text is no token of the main backend.
    private static func claimsAdmin(_ claims: ClaimSet) throws(IdentityError) -> Bool {
        switch claims["role"] {
        case nil: false
        case .string(let role): role == Person.Role.admin.rawValue
        default: throw .invalid
        }
    }
}

extension Duration {
    /// Whole and broken seconds as a number.
    var inSeconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}
