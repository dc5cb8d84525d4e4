import Finance
import Ports
import Testing

extension AlertsConformance {
    static let reading: [ConformanceCheck<Alerts>] = [
        ConformanceCheck("The newest about one person come first, no more than asked for, and nobody else's") {
            store async throws in
            let (user, other) = (try Fresh.user(), try Fresh.user())
            for second in [3.0, 1, 5, 2, 4] { _ = try await store.raise(alert(user, "\(Int(second))", at: second)) }
            _ = try await store.raise(alert(other, "other", at: 9))
            #expect(try await store.newest(user, 3).map(\.message) == ["5", "4", "3"])
            #expect(try await store.newest(Fresh.user(), 3).isEmpty)
        },
        ConformanceCheck("Pages go through the asked states, newest first, each alert once, equal times included") {
            try await pages($0)
        },
        ConformanceCheck("A page goes on after an alert that has left its state meanwhile") { store async throws in
            let user = try Fresh.user()
            for second in 0..<4 { _ = try await store.raise(alert(user, "\(second)", at: Double(second))) }
            let first = try await store.page([.open], nil, 2)
            #expect(first.map(\.message) == ["3", "2"])
            let last = try #require(first.last)
            _ = try await store.decide(last.id, AlertDecision(state: .resolved, owner: user))
            #expect(try await store.page([.open], last.id, 2).map(\.message) == ["1", "0"])
        },
        ConformanceCheck("A page after an unknown alert, or of no state, is empty") { store async throws in
            _ = try await store.raise(alert(try Fresh.user(), "one"))
            #expect(try await store.page([.open], Fresh.id(), 5).isEmpty)
            #expect(try await store.page([.open], "no id' OR 1=1", 5).isEmpty)
            #expect(try await store.page([], nil, 5).isEmpty)
        },
    ]

    static let deciding: [ConformanceCheck<Alerts>] = [
        ConformanceCheck("A decision is stored whole, replaces the one before, and is given back") {
            store async throws in
            let (user, ada, ben) = (try Fresh.user(), try Fresh.user(), try Fresh.user())
            var expected = alert(user, "one", key: "k")
            _ = try await store.raise(expected)
            let decisions = [
                AlertDecision(state: .snoozed, until: Thread.instant(99), owner: ada, note: "After payday"),
                AlertDecision(state: .acknowledged, owner: ben),
                AlertDecision(state: .resolved, owner: ada, note: "Settled"),
            ]
            for decision in decisions {
                expected.state = decision.state
                expected.snoozedUntil = decision.until
                expected.owner = decision.owner
                expected.note = decision.note
                #expect(try await store.decide(expected.id, decision) == expected)
                #expect(try await store.newest(user, 5) == [expected])
            }
        },
        ConformanceCheck("A decision about an unknown alert gives nothing, and changes no other") {
            store async throws in
            let user = try Fresh.user()
            let one = alert(user, "one")
            _ = try await store.raise(one)
            for id in [Fresh.id(), "not an id"] {
                #expect(try await store.decide(id, AlertDecision(state: .resolved, owner: user)) == nil)
            }
            #expect(try await store.newest(user, 5) == [one])
        },
        ConformanceCheck("A decision never opens an alert") { store async throws in
            let one = alert(try Fresh.user(), "one")
            _ = try await store.raise(one)
            let error = await #expect(throws: PortError.self) {
                _ = try await store.decide(one.id, AlertDecision(state: .open, owner: one.user))
            }
            #expect(error?.code == .refused)
        },
        ConformanceCheck("A resolved alert that is taken up again holds its key again, beside another too") {
            store async throws in
            let user = try Fresh.user()
            let (old, new) = (alert(user, "old", key: "k"), alert(user, "new", at: 1, key: "k"))
            let (again, settle) = (AlertDecision(state: .acknowledged, owner: user), settled(by: user))
            #expect(try await store.raise(old))
            _ = try await store.decide(old.id, settle)
            _ = try await store.decide(old.id, again)
            #expect(try await store.raise(new) == false)
            _ = try await store.decide(old.id, settle)
            #expect(try await store.raise(new))
            _ = try await store.decide(old.id, again)
            _ = try await store.decide(new.id, settle)
            #expect(try await store.raise(alert(user, "third", at: 2, key: "k")) == false)
            _ = try await store.decide(old.id, settle)
            #expect(try await store.raise(alert(user, "third", at: 2, key: "k")))
            #expect(try await store.newest(user, 5).map(\.state) == [.open, .resolved, .resolved])
        },
    ]

    private static func settled(by owner: UserID) -> AlertDecision { AlertDecision(state: .resolved, owner: owner) }

    private static func pages(_ store: Alerts) async throws {
        var expected: [AdminAlert] = []
        for index in 0..<24 {
            let states = AdminAlert.State.allCases
            let one = alert(
                try Fresh.user(), "\(index)", at: Double(index / 6), state: states[index % states.count])
            _ = try await store.raise(one)
            if one.state == .open || one.state == .snoozed { expected.append(one) }
        }
        expected.sort { ($1.createdAt, $1.id) < ($0.createdAt, $0.id) }
        var seen: [AdminAlert] = []
        while seen.count < 50 {
            let page = try await store.page([.open, .snoozed], seen.last?.id, 5)
            #expect(page.count <= 5)
            guard !page.isEmpty else { break }
            seen += page
        }
        #expect(seen == expected)
    }
}
