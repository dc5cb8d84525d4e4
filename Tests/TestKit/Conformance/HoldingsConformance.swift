import Analyses
public import Finance
import FoundationEssentials
import Ports
import Testing

/// A store together with ways to look into every corner of it.
public struct HeldStores: Sendable {
    /// The ports over it.
    public var stores: NightStores
    /// Fills what no port of ours fills with something of a person that holds a text.
    public var fillOthers: @Sendable (UserID, _ text: String) async throws -> Void
    /// Where in the whole store a text stands, past every port.
    public var places: @Sendable (_ text: String) async throws -> Set<String>

    /// A store with its ways.
    public init(
        _ stores: NightStores, fillOthers: @escaping @Sendable (UserID, String) async throws -> Void = { _, _ in },
        places: @escaping @Sendable (String) async throws -> Set<String>
    ) {
        self.stores = stores
        self.fillOthers = fillOthers
        self.places = places
    }

    /// Writes something of a person that holds `text` wherever something of a person can be; `number` tells people apart.
    public func fill(_ user: UserID, _ text: String, number: Int = 0, at second: Double = 0) async throws {
        _ = try await stores.writes.save([NightWritesConformance.result(user, text, at: second)], Fence(1))
        let choices = PersonalState.Change(user: user, kind: .choices, text: text, after: 0)
        #expect(try await stores.state.write(choices))
        let thread = try Thread(of: user)
        _ = try await thread.say([text, text], in: stores.conversations, from: second)
        #expect(try await stores.conversations.rename(user, thread.conversation, text))
        var own = RunsConformance.run("own-\(number)", at: second)
        own.only = user
        var shared = RunsConformance.run("shared-\(number)", at: second)
        shared.failures = [
            RunRecord.Failure(user: user, cause: "timeout", attempts: 3),
            RunRecord.Failure(user: NamedPeople.noahID, cause: "busy", attempts: 1),
        ]
        shared.place.after = user
        for run in [own, shared] { _ = try await stores.runs.want(run) }
        try await stores.put("sidecar_peer_opt_outs", [Document(["_id": .id(Fresh.id()), "userId": .id(user.hex)])])
        try await fillOthers(user, text)
    }
}

/// What everything that is held promises. Run with `@Test(arguments: HoldingsConformance.checks)`, a store for each check.
public enum HoldingsConformance {
    /// Every promise.
    public static let checks = forgetting + ageing

    private static let forgetting: [ConformanceCheck<HeldStores>] = [
        ConformanceCheck("After erasing neither the person's id nor their words are anywhere; others are untouched") {
            held async throws in
            let (gone, stays) = (try Fresh.user(), try Fresh.user())
            try await held.fill(gone, "canary-gone", number: 1)
            try await held.fill(stays, "canary-stays", number: 2)
            let before = (try await held.places("canary-stays"), try await held.places(stays.hex))
            #expect(try await held.places("canary-gone") == before.0)
            #expect(try await held.stores.holdings.erase(gone) > 10)
            #expect(try await held.places("canary-gone") == [])
            #expect(try await held.places(gone.hex) == [])
            #expect(try await held.places("canary-stays") == before.0)
            #expect(try await held.places(stays.hex) == before.1)
            #expect(try await held.stores.holdings.erase(gone) == 0)
            #expect(try await held.stores.holdings.export(gone).isEmpty)
        },
        ConformanceCheck("A run keeps what it says of others, and goes on from the place of whoever is forgotten") {
            held async throws in
            let user = NamedPeople.id("661f0a1b2c3d4e5f60718300")
            try await held.fill(user, "canary")
            _ = try await held.stores.holdings.erase(user)
            let runs = try await held.stores.runs.newest(9)
            #expect(runs.map(\.id) == ["shared-0"])
            #expect(runs[0].failures.map(\.user) == [NamedPeople.noahID])
            #expect(runs[0].place.after == NamedPeople.id("661f0a1b2c3d4e5f607182ff"))
            #expect(try await held.stores.runs.save(runs[0], Fence(1)))
        },
        ConformanceCheck("An administrator who is forgotten is named on no alert, and what was decided stays") {
            held async throws in
            let (user, admin) = (try Fresh.user(), try Fresh.user())
            let alert = NightWritesConformance.alert(user, "words", at: 0)
            _ = try await held.stores.alerts.raise(alert)
            let decision = AlertDecision(state: .acknowledged, owner: admin, note: "Rang")
            _ = try await held.stores.alerts.decide(alert.id, decision)
            #expect(try await held.stores.holdings.erase(admin) == 1)
            let left = try #require(try await held.stores.alerts.newest(user, 9).first)
            #expect(left.owner == nil && left.state == .acknowledged && left.note == "Rang")
            #expect(try await held.places(admin.hex) == [])
        },
        ConformanceCheck("An export holds everything of the person, in a fixed order, and nothing of anybody else") {
            held async throws in
            let (hers, his) = (try Fresh.user(), try Fresh.user())
            try await held.fill(hers, "canary-hers", number: 1)
            try await held.fill(his, "canary-his", number: 2)
            let parts = try await held.stores.holdings.export(hers)
            let text = parts.map { $0.documents.map(\.text).joined() }.joined()
            #expect(!text.contains(his.hex) && !text.contains("canary-his") && !text.contains(NamedPeople.noahID.hex))
            #expect(parts.allSatisfy { !$0.documents.isEmpty })
            #expect(Set(parts.map(\.name)).count == parts.count)
            let places = try await held.places("canary-hers").union(held.places(hers.hex))
            #expect(Set(parts.map(\.name)).isSuperset(of: places))
            #expect(try await held.stores.holdings.export(hers) == parts)
        },
        ConformanceCheck("Owners are all of whom anything is held, each once, in id order, a page at a time") {
            held async throws in
            var expected: Set<UserID> = [NamedPeople.noahID]
            for number in 0..<5 {
                let user = try Fresh.user()
                expected.insert(user)
                try await held.fill(user, "canary", number: number)
            }
            var seen: [UserID] = []
            while seen.count < 50 {
                let page = try await held.stores.holdings.owners(seen.last, 2)
                #expect(page.count <= 2)
                guard !page.isEmpty else { break }
                seen += page
            }
            #expect(seen == expected.sorted())
            for user in expected { _ = try await held.stores.holdings.erase(user) }
            #expect(try await held.stores.holdings.owners(nil, 9).isEmpty)
        },
    ]
}
