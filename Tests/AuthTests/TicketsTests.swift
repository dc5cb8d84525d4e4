import FoundationEssentials
import Ports
import Testing

@testable import Auth

@Suite struct TicketsTests {
    private let stored = StoredClaims()
    private let bearer = BearerClaims(
        user: Example.user, claimsAdmin: true, expiresAt: Example.now.addingTimeInterval(3_600))
    private var tickets: Tickets { Tickets(claims: stored.port, lifetime: .seconds(30)) }

    @Test("a ticket gives back the claims it was issued for, once")
    func once() async throws {
        let ticket = try await tickets.issue(bearer, at: Example.now)
        #expect(ticket.utf8.count == 43)
        #expect(try await tickets.redeem(ticket, at: Example.now) == bearer)
        await #expect(throws: Tickets.unknown) { try await tickets.redeem(ticket, at: Example.now) }
    }

    @Test("no two tickets are alike, and the store never sees one")
    func secrecy() async throws {
        let first = try await tickets.issue(bearer, at: Example.now)
        let second = try await tickets.issue(bearer, at: Example.now)
        #expect(first != second)
        #expect(stored.keys.count == 2)
        for key in stored.keys {
            #expect(key.hasPrefix("sidecar:ticket:"))
            #expect(!key.contains(first) && !key.contains(second))
        }
    }

    @Test("a ticket ends after 30 s even when the store keeps it, and with the bearer behind it")
    func end() async throws {
        let ticket = try await tickets.issue(bearer, at: Example.now)
        await #expect(throws: IdentityError.expired) {
            try await tickets.redeem(ticket, at: Example.now.addingTimeInterval(30))
        }
        var short = bearer
        short.expiresAt = Example.now.addingTimeInterval(5)
        let shortTicket = try await tickets.issue(short, at: Example.now)
        await #expect(throws: IdentityError.expired) {
            try await tickets.redeem(shortTicket, at: Example.now.addingTimeInterval(5))
        }
    }

    @Test("of 1,000 uses at once exactly one wins")
    func race() async throws {
        let ticket = try await tickets.issue(bearer, at: Example.now)
        let wins = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<1_000 {
                group.addTask { (try? await tickets.redeem(ticket, at: Example.now)) != nil }
            }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(wins == 1)
    }

    @Test(
        "a text that cannot be a ticket is refused without asking the store",
        arguments: ["x", String(repeating: "A", count: 42), String(repeating: "A", count: 44), "a.b.c"])
    func shape(text: String) async {
        stored.fail(PortError(.unavailable, "must not be asked"))
        await #expect(throws: IdentityError.invalid) { try await tickets.redeem(text, at: Example.now) }
    }

    @Test("a store that is away is unavailable, not a refusal")
    func away() async throws {
        let ticket = try await tickets.issue(bearer, at: Example.now)
        let error = PortError(.timeout, "no answer")
        stored.fail(error)
        await #expect(throws: IdentityError.unavailable(error)) { try await tickets.redeem(ticket, at: Example.now) }
        await #expect(throws: IdentityError.unavailable(error)) { try await tickets.issue(bearer, at: Example.now) }
    }

    @Test("what is stored in another shape is no ticket", arguments: ["", "1 nobody user 1 2", "2 a b c d", "1 2 3"])
    func foreignValue(value: String) async throws {
        let ticket = try await tickets.issue(bearer, at: Example.now)
        stored.replace(value)
        await #expect(throws: Tickets.unknown) { try await tickets.redeem(ticket, at: Example.now) }
    }
}
