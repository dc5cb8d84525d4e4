import Finance
import FoundationEssentials
public import Ports
import Testing

/// What every alert queue promises. Run with `@Test(arguments: AlertsConformance.checks)`. A page is about everyone, so
/// each check wants a store of its own.
public enum AlertsConformance {
    /// Every promise, from raising to settling.
    public static let checks = raising + reading + deciding

    private static let raising: [ConformanceCheck<Alerts>] = [
        ConformanceCheck("A raised alert is read back field by field, in every state") { store async throws in
            let user = try Fresh.user()
            var written = AdminAlert.State.allCases.enumerated().map { index, state in
                alert(user, "£5 \(state) – naïve 家計 \"q\"\n", at: Double(9 - index), key: "\(state)", state: state)
            }
            written[1].owner = try Fresh.user()
            written[1].note = "Rang, no answer"
            written[3].snoozedUntil = Thread.instant(86_400)
            for alert in written { #expect(try await store.raise(alert)) }
            #expect(try await store.newest(user, 10) == written)
        },
        ConformanceCheck("A key is raised once for a person while it is not resolved") { store async throws in
            let user = try Fresh.user()
            let first = alert(user, "first", key: "debt")
            #expect(try await store.raise(first))
            for state in [AdminAlert.State.acknowledged, .snoozed] {
                #expect(try await store.raise(alert(user, "again", at: 1, key: "debt")) == false)
                _ = try await store.decide(first.id, AlertDecision(state: state, owner: user))
                #expect(try await store.raise(alert(user, "again", at: 1, key: "debt")) == false)
            }
            #expect(try await store.raise(alert(user, "other", at: 2, key: "rent")))
            _ = try await store.decide(first.id, AlertDecision(state: .resolved, owner: user))
            #expect(try await store.raise(alert(user, "back", at: 3, key: "debt")))
            #expect(try await store.raise(alert(user, "again", at: 4, key: "debt")) == false)
            #expect(try await store.newest(user, 9).map(\.message) == ["back", "other", "first"])
        },
        ConformanceCheck("Alerts of two people may have the same key, and alerts without a key never collide") {
            store async throws in
            for _ in 0..<2 {
                let user = try Fresh.user()
                #expect(try await store.raise(alert(user, "keyed", key: "debt")))
                for _ in 0..<3 { #expect(try await store.raise(alert(user, "plain"))) }
                #expect(try await store.newest(user, 9).count == 4)
            }
        },
        ConformanceCheck("The same id is raised once, and another person's id is refused") { store async throws in
            let first = alert(try Fresh.user(), "first")
            #expect(try await store.raise(first))
            #expect(try await store.raise(first) == false)
            var foreign = alert(try Fresh.user(), "foreign", key: "k")
            foreign.id = first.id
            let error = await #expect(throws: PortError.self) { _ = try await store.raise(foreign) }
            #expect(error?.code == .conflict)
            #expect(try await store.newest(first.user, 9) == [first])
        },
        ConformanceCheck("Of 20 racing writers with one key exactly one raises") { store async throws in
            let user = try Fresh.user()
            let raised = try await withThrowingTaskGroup(of: Bool.self) { group in
                for index in 0..<20 {
                    group.addTask { try await store.raise(alert(user, "\(index)", at: Double(index), key: "raced")) }
                }
                return try await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
            }
            #expect(raised == 1)
            #expect(try await store.newest(user, 30).count == 1)
        },
    ]

    /// An alert at `second` seconds after a fixed instant.
    static func alert(
        _ user: UserID, _ message: String, at second: Double = 0, key: String? = nil, state: AdminAlert.State = .open
    ) -> AdminAlert {
        AdminAlert(
            id: Fresh.id(), user: user, email: "someone@example.com", message: message, category: "High Debt",
            createdAt: Thread.instant(second), state: state, key: key)
    }
}
