import Analyses
import Finance
import FoundationEssentials
public import Ports
import Testing

/// A ledger together with what forgets and exports over the same store.
public struct HeldLedger: Sendable {
    /// The ledger.
    public var ledger: SpendLedger
    /// What is held.
    public var holdings: Holdings
    /// Where in the whole store a text stands.
    public var places: @Sendable (String) async throws -> Set<String>

    /// A ledger with every part given.
    public init(
        ledger: SpendLedger, holdings: Holdings, places: @escaping @Sendable (String) async throws -> Set<String>
    ) {
        self.ledger = ledger
        self.holdings = holdings
        self.places = places
    }
}

extension SpendLedgerConformance {
    /// What is promised about people in it. A store for each check.
    public static let holding: [ConformanceCheck<HeldLedger>] = [
        ConformanceCheck("A person's day goes 35 days after it began, everyone's sums after 400, and nothing sooner") {
            held async throws in
            let user = try Fresh.user()
            let wish = request(amounts: 5, person: user)
            _ = try await held.ledger.reserve(wish, .none)
            func purge(_ days: Double) async throws -> Int {
                try await held.holdings.purge(day.start.addingTimeInterval(days * 86_400))
            }
            #expect(try await purge(35) == 0)
            #expect(try await held.places(user.hex).count == 1)
            #expect(try await purge(35 + 1.0 / 86_400) == 1)
            #expect(try await held.places(user.hex) == [])
            #expect(try await purge(400) == 0)
            #expect(try await held.ledger.usage(day...day).map(\.reserved.microdollars) == [5])
            #expect(try await purge(400 + 1.0 / 86_400) > 0)
            #expect(try await held.ledger.usage(day...day).isEmpty)
            #expect(try await held.places(wish.id) == [])
        },
        ConformanceCheck(
            "Erasing a person while a call runs leaves nothing of them, and the call is booked all the same"
        ) {
            held async throws in
            let user = try Fresh.user()
            let wish = request(amounts: 5, person: user)
            _ = try await held.ledger.reserve(wish, .none)
            #expect(try await held.holdings.owners(nil, 9) == [user])
            #expect(try await held.holdings.erase(user) == 1)
            try await held.ledger.settle([SpendSettlement(wish.reservation(0), taken: taken(3))])
            #expect(try await held.places(user.hex) == [])
            let line = try #require(try await held.ledger.usage(day...day).first)
            #expect(line.spent == Spend(microdollars: 3) && line.open == 0 && line.reserved == .zero)
            #expect(try await held.holdings.owners(nil, 9).isEmpty)
        },
        ConformanceCheck("An export tells what was spent for a person, and nothing of anybody else") {
            held async throws in
            let (hers, his) = (try Fresh.user(), try Fresh.user())
            for user in [hers, his] { _ = try await held.ledger.reserve(request(amounts: 777, person: user), .none) }
            let parts = try await held.holdings.export(hers)
            let text = parts.map { $0.documents.map(\.text).joined() }.joined()
            #expect(parts.count == 1 && parts[0].documents.count == 1)
            #expect(text.contains("777") && !text.contains("1554") && !text.contains(his.hex))
        },
    ]
}
