internal import Finance
public import FoundationEssentials
internal import NIOConcurrencyHelpers
public import Ports

/// How long and how much identity remembers.
public struct IdentityLimits: Sendable, Hashable {
    /// How long a stored person is believed without asking again.
    public var personAge: Duration
    /// How many people are remembered.
    public var people: Int
    /// How long a ticket is good for.
    public var ticketLifetime: Duration

    /// 30 s, 10,000 people and 30 s, unless given.
    public init(
        personAge: Duration = .seconds(30), people: Int = 10_000, ticketLifetime: Duration = .seconds(30)
    ) {
        self.personAge = personAge
        self.people = people
        self.ticketLifetime = ticketLifetime
    }
}

extension Identity {
    /// Identity by the main backend's tokens, the stored person and our tickets.
    ///
    /// A caller whose token says ADMIN is looked up afresh every time, so that a role taken away ends at once; anyone
    /// else is believed for `limits.personAge`.
    public static func bearer(
        tokens: BearerTokens, people: People, claims: Claims, limits: IdentityLimits = IdentityLimits(),
        now: @escaping @Sendable () -> Date
    ) -> Identity {
        let standing = Standing(people: people, limits: limits, now: now)
        let tickets = Tickets(claims: claims, lifetime: limits.ticketLifetime)
        return Identity(
            verify: { credential throws(IdentityError) in
                let bearer =
                    switch credential {
                    case .bearer(let token): try tokens.verify(token, at: now())
                    case .ticket(let ticket): try await tickets.redeem(ticket, at: now())
                    }
                return try await standing.caller(bearer)
            },
            recheck: { caller throws(IdentityError) in
                let person = try await standing.person(caller.user, isFresh: caller.isAdmin)
                if caller.isAdmin, person.role != .admin { throw .forbidden }
            },
            issueTicket: { caller throws(IdentityError) in
                guard now() < caller.expiresAt else { throw .expired }
                let bearer = BearerClaims(
                    user: caller.user, claimsAdmin: caller.isAdmin, expiresAt: caller.expiresAt)
                return try await tickets.issue(bearer, at: now())
            })
    }
}

/// Whether a person may come in, by the store.
private struct Standing: Sendable {
    private let people: People
    private let now: @Sendable () -> Date
    private let recent: NIOLockedValueBox<RecentPeople>

    init(people: People, limits: IdentityLimits, now: @escaping @Sendable () -> Date) {
        self.people = people
        self.now = now
        recent = NIOLockedValueBox(RecentPeople(capacity: limits.people, age: limits.personAge))
    }

    func caller(_ bearer: BearerClaims) async throws(IdentityError) -> Caller {
        let person = try await person(bearer.user, isFresh: bearer.claimsAdmin)
        return Caller(
            user: bearer.user, name: person.name, isAdmin: bearer.claimsAdmin && person.role == .admin,
            expiresAt: bearer.expiresAt)
    }

    /// The live, unblocked person. A store that cannot be asked is `unavailable`, never an answer either way.
    func person(_ user: UserID, isFresh: Bool) async throws(IdentityError) -> Person {
        let asked = now()
        if !isFresh, let known = recent.withLockedValue({ $0.find(user, at: asked) }) { return known }
        let found: Person?
        do throws(PortError) { found = try await people.find(user) } catch { throw .unavailable(error) }
        guard let found, !found.isDeleted, !found.isBlocked else {
            recent.withLockedValue { $0.forget(user) }
            throw .refused
        }
        recent.withLockedValue { $0.store(found, for: user, readAt: asked) }
        return found
    }
}
