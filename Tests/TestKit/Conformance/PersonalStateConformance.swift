import Finance
import FoundationEssentials
public import Ports
import Testing

/// What every keeper of what is remembered of people promises. Run with `@Test(arguments: PersonalStateConformance.checks)`.
/// Who is due is about everyone, so each check wants a store of its own.
public enum PersonalStateConformance {
    /// Every promise.
    public static let checks: [ConformanceCheck<PersonalState>] = [
        ConformanceCheck("Of somebody unknown nothing is remembered") { store async throws in
            #expect(try await store.read(.night, [Fresh.user()]).isEmpty)
            #expect(try await store.read(.night, []).isEmpty)
        },
        ConformanceCheck("A text is read back letter by letter, for the people and the kind asked for alone") {
            store async throws in
            let (hers, his) = (try Fresh.user(), try Fresh.user())
            let text = "{\"a\":\"£5 – naïve 家計 \\n ’ \u{1F4B7}\"}"
            #expect(try await store.write(change(hers, text)))
            #expect(try await store.write(change(his, "his")))
            #expect(try await store.write(change(hers, "choices", kind: .choices)))
            #expect(try await store.read(.night, [hers]) == [hers: kept(1, text)])
            #expect(try await store.read(.night, [hers, his]) == [hers: kept(1, text), his: kept(1, "his")])
            #expect(try await store.read(.choices, [hers, his]) == [hers: kept(1, "choices")])
        },
        ConformanceCheck("A change made from what is there counts one up; from anything else nothing is stored") {
            store async throws in
            let user = try Fresh.user()
            #expect(try await store.write(change(user, "too far", after: 1)) == false)
            #expect(try await store.read(.night, [user]).isEmpty)
            #expect(try await store.write(change(user, "first")))
            #expect(try await store.write(change(user, "again", after: 0)) == false)
            #expect(try await store.write(change(user, "ahead", after: 2)) == false)
            #expect(try await store.write(change(user, "second", after: 1)))
            #expect(try await store.write(change(user, "late", after: 1)) == false)
            #expect(try await store.read(.night, [user]) == [user: kept(2, "second")])
        },
        ConformanceCheck("The same change made twice is made once") { store async throws in
            let user = try Fresh.user()
            #expect(try await store.write(change(user, "same")))
            #expect(try await store.write(change(user, "same")) == false)
            #expect(try await store.read(.night, [user]) == [user: kept(1, "same")])
        },
        ConformanceCheck("Of 20 who change the same revision at once, to the same text or not, one does") {
            store async throws in
            for after in 0...1 {
                let user = try Fresh.user()
                if after == 1 { _ = try await store.write(change(user, "first")) }
                let won = try await withThrowingTaskGroup(of: Bool.self) { group in
                    for number in 0..<20 {
                        group.addTask { try await store.write(change(user, "\(number % 2)", after: after)) }
                    }
                    return try await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
                }
                #expect(won == 1)
                #expect(try await store.read(.night, [user])[user]?.revision == after + 1)
            }
        },
        ConformanceCheck("Changes to a value made at once are all made") { store async throws in
            let user = try Fresh.user()
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<4 {
                    group.addTask { try await store.change(.choices, of: user, from: [Int]()) { $0.append($0.count) } }
                }
                try await group.waitForAll()
            }
            #expect(try await store.value(.choices, of: user, as: [Int].self) == [0, 1, 2, 3])
        },
        ConformanceCheck("Who is due comes longest due first, no more than asked for, never before the time") {
            try await due($0)
        },
    ]

    private static func due(_ store: PersonalState) async throws {
        let people = try (0..<5).map { _ in try Fresh.user() }.sorted()
        // Two are due at the same time, one at no time, one of another kind.
        for (person, second) in zip(people, [3.0, 1, 1, nil, 2]) {
            let kind: PersonalState.Kind = person == people[4] ? .insights : .nudges
            var due = change(person, "x", kind: kind)
            due.due = second.map { Thread.instant($0) }
            #expect(try await store.write(due))
        }
        #expect(try await store.due(.nudges, Thread.instant(0.999), 9).isEmpty)
        #expect(try await store.due(.nudges, Thread.instant(1), 9) == [people[1], people[2]])
        #expect(try await store.due(.nudges, Thread.instant(9), 9) == [people[1], people[2], people[0]])
        #expect(try await store.due(.nudges, Thread.instant(9), 1) == [people[1]])
        #expect(try await store.due(.insights, Thread.instant(9), 9) == [people[4]])
        #expect(try await store.write(change(people[1], "done", kind: .nudges, after: 1)))
        #expect(try await store.due(.nudges, Thread.instant(9), 9) == [people[2], people[0]])
    }

    private static func kept(_ revision: Int, _ text: String) -> PersonalState.Kept {
        PersonalState.Kept(revision: revision, text: text)
    }

    private static func change(
        _ user: UserID, _ text: String, kind: PersonalState.Kind = .night, after: Int = 0
    ) -> PersonalState.Change {
        PersonalState.Change(user: user, kind: kind, text: text, after: after)
    }
}
