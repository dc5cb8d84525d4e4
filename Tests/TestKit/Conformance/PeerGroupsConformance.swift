import Analyses
import Finance
public import Ports
import Testing

/// What every store of peer groups promises. Run with `@Test(arguments: PeerGroupsConformance.checks)`. There is one
/// publication, so each check wants a store of its own.
public enum PeerGroupsConformance {
    /// Every promise.
    public static let checks: [ConformanceCheck<Seeded<PeerGroups>>] = [
        ConformanceCheck("Before the first publication there is none") { store async throws in
            #expect(try await store.port.current() == nil)
        },
        ConformanceCheck("A publication is read back whole, and gives way to the next") { store async throws in
            let first = try cohorts(people: 60)
            try await store.port.publish(first)
            #expect(try await store.port.current() == first)
            let second = try cohorts(people: 45, after: first)
            #expect(second != first && second.week > first.week)
            for _ in 0..<2 {
                try await store.port.publish(second)
                #expect(try await store.port.current() == second)
            }
        },
        ConformanceCheck("Next week's publication is built from a stored one as from the one that was made") {
            store async throws in
            let made = try cohorts(people: 60)
            try await store.port.publish(made)
            let stored = try #require(try await store.port.current())
            #expect(try cohorts(people: 45, after: stored) == cohorts(people: 45, after: made))
        },
        ConformanceCheck("Of publications raced by ten writers one stands whole") { store async throws in
            let all = try (0..<10).map { try cohorts(people: 40 + $0) }
            try await withThrowingTaskGroup(of: Void.self) { group in
                for cohorts in all { group.addTask { try await store.port.publish(cohorts) } }
                try await group.waitForAll()
            }
            #expect(all.contains(try #require(try await store.port.current())))
        },
        ConformanceCheck("Whoever asked not to be counted has opted out, and nobody else") { store async throws in
            let (out, other) = (try Fresh.user(), try Fresh.user())
            try await store.insert(
                "sidecar_peer_opt_outs", [Document(["_id": .id(Fresh.id()), "userId": .id(out.hex)])])
            #expect(try await store.port.hasOptedOut(out))
            #expect(try await store.port.hasOptedOut(other) == false)
        },
        ConformanceCheck("People leave and come back as often as they like, each on their own account") {
            store async throws in
            let (one, other) = (try Fresh.user(), try Fresh.user())
            for isOut in [true, true, false, false, true] {
                try await store.port.setOptedOut(one, isOut)
                #expect(try await store.port.optedOut([one, other]) == (isOut ? [one] : []))
            }
            try await store.port.setOptedOut(other, true)
            #expect(try await store.port.optedOut([one, other]) == [one, other])
            #expect(try await store.port.optedOut([]) == [])
        },
    ]

    private static func cohorts(people: Int, after previous: PeerCohorts? = nil) throws -> PeerCohorts {
        let members = (0..<people).map { member($0) }
        let monday = try #require(Day("2026-04-20"))
        let day = previous == nil ? monday : monday.advanced(by: 7)
        return PeerCohorts.build(members: members, of: NamedPeople.month, week: day, previous: previous)
    }

    private static func member(_ number: Int) -> PeerMember {
        let step = Int64(number) * 500
        let needs = Money(pence: 60_000 + step)
        return PeerMember(
            id: "p\(number)", income: Money(pence: 150_000 + step * 8), hasPartner: number.isMultiple(of: 2),
            spending: ["Essential(Needs)": needs, "Fun – 家計": Money(pence: 9_000)],
            total: needs + Money(pence: 30_000))
    }
}
