import FoundationEssentials
public import Ports
import Testing

/// What every keeper of leases promises. Run with `@Test(arguments: LeasesConformance.checks)`.
public enum LeasesConformance {
    /// Every promise.
    public static let checks: [ConformanceCheck<Leases>] = [
        ConformanceCheck("A free lease is taken; nobody else gets it while it lasts, not in its last moment either") {
            store async throws in
            let name = Fresh.key("lease")
            #expect(try await take(store, name, "a", at: 0) == Fence(1))
            for second in [0, 5, 9.999] { #expect(try await take(store, name, "b", at: second) == nil) }
            #expect(try await take(store, Fresh.key("lease"), "b", at: 0) == Fence(1))
        },
        ConformanceCheck("Whoever holds it and asks again keeps it, and its fence") { store async throws in
            let name = Fresh.key("lease")
            #expect(try await take(store, name, "a", at: 0) == Fence(1))
            #expect(try await take(store, name, "a", at: 8) == Fence(1))
            #expect(try await take(store, name, "b", at: 17.999) == nil)
            #expect(try await take(store, name, "b", at: 18) == Fence(2))
        },
        ConformanceCheck("What has run out is taken over under a larger fence, by its old holder as well") {
            store async throws in
            let name = Fresh.key("lease")
            #expect(try await take(store, name, "a", at: 0) == Fence(1))
            #expect(try await take(store, name, "b", at: 10) == Fence(2))
            #expect(try await take(store, name, "b", at: 20) == Fence(3))
        },
        ConformanceCheck("Renewal keeps the fence and moves the end; who lost it can neither renew nor give it back") {
            store async throws in
            let name = Fresh.key("lease")
            let old = try #require(try await take(store, name, "a", at: 0))
            #expect(try await renew(store, name, old, at: 9))
            #expect(try await take(store, name, "b", at: 18.999) == nil)
            let new = try #require(try await take(store, name, "b", at: 19))
            #expect(new > old)
            #expect(try await renew(store, name, old, at: 19) == false)
            try await store.release(name, old)
            #expect(try await take(store, name, "c", at: 20) == nil)
            #expect(try await renew(store, name, new, at: 28))
        },
        ConformanceCheck("Late but before anybody else took it, it can still be renewed") { store async throws in
            let name = Fresh.key("lease")
            let fence = try #require(try await take(store, name, "a", at: 0))
            #expect(try await renew(store, name, fence, at: 15))
            #expect(try await take(store, name, "b", at: 24) == nil)
        },
        ConformanceCheck("What was given back is free at once, cannot be renewed, and its fence is never used again") {
            store async throws in
            let name = Fresh.key("lease")
            for round in Int64(1)...3 {
                let fence = try #require(try await take(store, name, "a", at: 0))
                #expect(fence == Fence(round))
                try await store.release(name, fence)
                try await store.release(name, fence)
                #expect(try await renew(store, name, fence, at: 1) == false)
            }
        },
        ConformanceCheck("A lease never taken can neither be renewed nor given back") { store async throws in
            let name = Fresh.key("lease")
            #expect(try await renew(store, name, Fence(1), at: 0) == false)
            try await store.release(name, Fence(1))
            #expect(try await take(store, name, "a", at: 0) == Fence(1))
        },
        ConformanceCheck("Of 16 who want it at once one gets it, free or run out") { store async throws in
            let name = Fresh.key("lease")
            for round in 0...2 {
                let now = Double(round) * 10
                let won = try await withThrowingTaskGroup(of: Fence?.self) { group in
                    for owner in 0..<16 { group.addTask { try await take(store, name, "\(round)-\(owner)", at: now) } }
                    return try await group.reduce(into: [Fence]()) { fences, fence in
                        if let fence { fences.append(fence) }
                    }
                }
                #expect(won == [Fence(Int64(round) + 1)])
            }
        },
    ]

    private static func take(_ store: Leases, _ name: String, _ owner: String, at second: Double) async throws -> Fence?
    {
        try await store.acquire(name, owner, .seconds(10), Thread.instant(second))
    }

    private static func renew(_ store: Leases, _ name: String, _ fence: Fence, at second: Double) async throws -> Bool {
        try await store.renew(name, fence, .seconds(10), Thread.instant(second))
    }
}
