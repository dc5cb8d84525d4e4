import Finance
import FoundationEssentials
import Ports
import Testing

@testable import Auth

@Suite struct IdentityBearerTests {
    private let people = StoredPeople(Example.person)
    private let claims = StoredClaims()
    private let clock = SetClock()

    private func identity() async throws -> (Identity, BearerTokens) {
        let tokens = try await Example.tokens()
        let clock = clock
        return (.bearer(tokens: tokens, people: people.port, claims: claims.port, now: { clock.now }), tokens)
    }

    private func token(_ tokens: BearerTokens, _ role: Person.Role = .user) throws -> Credential {
        .bearer(try tokens.mint(user: Example.user, role: role, at: clock.now, lifetime: .seconds(3_600)))
    }

    @Test("a good token of a live person is that person, by the stored name")
    func caller() async throws {
        let (identity, tokens) = try await identity()
        let caller = try await identity.verify(try token(tokens))
        #expect(caller.user == Example.user)
        #expect(caller.name == "Maya")
        #expect(!caller.isAdmin)
        #expect(caller.expiresAt == clock.now.addingTimeInterval(3_600))
    }

    @Test("a bad token never reaches the store")
    func noRead() async throws {
        let (identity, tokens) = try await identity()
        for bad in ["", "x", "a.b.c", try tokens.seal(payload: Example.payload(#""nbf":1999999999"#))] {
            await #expect(throws: IdentityError.self) { try await identity.verify(.bearer(bad)) }
        }
        #expect(people.reads == 0)
    }

    @Test("the store is asked once in 30 s for one person")
    func cached() async throws {
        let (identity, tokens) = try await identity()
        let credential = try token(tokens)
        for _ in 0..<5 { _ = try await identity.verify(credential) }
        clock.advance(by: 29)
        let caller = try await identity.verify(credential)
        try await identity.recheck(caller)
        #expect(people.reads == 1)
        clock.advance(by: 1)
        _ = try await identity.verify(credential)
        #expect(people.reads == 2)
    }

    @Test("unknown, deleted and blocked people are refused, the latter two within 30 s")
    func refused() async throws {
        let (identity, tokens) = try await identity()
        let credential = try token(tokens)
        let caller = try await identity.verify(credential)
        let changes: [(inout Person) -> Void] = [{ $0.isBlocked = true }, { $0.isDeleted = true }]
        for change in changes {
            var person = Example.person
            change(&person)
            people.set(person)
            clock.advance(by: 30)
            await #expect(throws: IdentityError.refused) { try await identity.verify(credential) }
            await #expect(throws: IdentityError.refused) { try await identity.recheck(caller) }
        }
        people.remove(Example.user)
        await #expect(throws: IdentityError.refused) { try await identity.verify(credential) }
        people.set(Example.person)
        _ = try await identity.verify(credential)
    }

    @Test("a store that cannot be asked is unavailable; what it said before still counts for 30 s")
    func away() async throws {
        let (identity, tokens) = try await identity()
        let credential = try token(tokens)
        _ = try await identity.verify(credential)
        let error = PortError(.timeout, "no answer")
        people.fail(error)
        _ = try await identity.verify(credential)
        clock.advance(by: 30)
        await #expect(throws: IdentityError.unavailable(error)) { try await identity.verify(credential) }
    }

    @Test("admin is who is admin in token and store at this moment", arguments: Person.Role.all)
    func admin(stored: Person.Role) async throws {
        let (identity, tokens) = try await identity()
        var person = Example.person
        person.role = stored
        people.set(person)
        #expect(try await identity.verify(try token(tokens, .admin)).isAdmin == (stored == .admin))
        #expect(try await identity.verify(try token(tokens, .user)).isAdmin == false)
    }

    @Test("a role taken away or an admin deleted counts at once, not after 30 s")
    func adminFresh() async throws {
        let (identity, tokens) = try await identity()
        var person = Example.person
        person.role = .admin
        people.set(person)
        let credential = try token(tokens, .admin)
        let caller = try await identity.verify(credential)
        #expect(caller.isAdmin)
        people.set(Example.person)
        #expect(try await identity.verify(credential).isAdmin == false)
        await #expect(throws: IdentityError.forbidden) { try await identity.recheck(caller) }
        person.isDeleted = true
        people.set(person)
        await #expect(throws: IdentityError.refused) { try await identity.verify(credential) }
    }

    @Test("a ticket stands for its caller once, role and end included, and falls with the person")
    func tickets() async throws {
        let (identity, tokens) = try await identity()
        let caller = try await identity.verify(try token(tokens))
        let ticket = try await identity.issueTicket(caller)
        #expect(try await identity.verify(.ticket(ticket)) == caller)
        await #expect(throws: Tickets.unknown) { try await identity.verify(.ticket(ticket)) }
        let second = try await identity.issueTicket(caller)
        people.remove(Example.user)
        try await #require(throws: IdentityError.refused) {
            try await identity.verify(token(tokens, .admin))
        }
        await #expect(throws: IdentityError.refused) { try await identity.verify(.ticket(second)) }
    }

    @Test("a caller whose proof has ended gets no ticket")
    func lateTicket() async throws {
        let (identity, tokens) = try await identity()
        let caller = try await identity.verify(try token(tokens))
        clock.advance(by: 3_600)
        await #expect(throws: IdentityError.expired) { try await identity.issueTicket(caller) }
        #expect(claims.keys.isEmpty)
    }
}

extension Person.Role {
    fileprivate static let all: [Person.Role] = [.user, .admin, .none]
}
