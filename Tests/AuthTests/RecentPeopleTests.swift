import Finance
import FoundationEssentials
import Testing

@testable import Auth

@Suite struct RecentPeopleTests {
    private static func user(_ number: Int) -> UserID {
        let digits = String(number)
        return Example.id(String(repeating: "0", count: 24 - digits.count) + digits)
    }

    @Test("a person is remembered for the age and not at it, nor by a clock set back")
    func age() {
        var people = RecentPeople(capacity: 10, age: .seconds(60))
        people.store(Example.person, for: Example.user, readAt: Example.now)
        #expect(people.find(Example.user, at: Example.now.addingTimeInterval(59.9)) == Example.person)
        #expect(people.find(Example.user, at: Example.now.addingTimeInterval(60)) == nil)
        people.store(Example.person, for: Example.user, readAt: Example.now)
        #expect(people.find(Example.user, at: Example.now.addingTimeInterval(-1)) == nil)
        #expect(people.count == 0)
    }

    @Test("using an entry does not make it younger")
    func noRenewal() {
        var people = RecentPeople(capacity: 2, age: .seconds(60))
        people.store(Example.person, for: Example.user, readAt: Example.now)
        for second in 0..<60 { _ = people.find(Example.user, at: Example.now.addingTimeInterval(Double(second))) }
        #expect(people.find(Example.user, at: Example.now.addingTimeInterval(60)) == nil)
    }

    @Test("never more than the capacity; whoever is used stays, whoever is not goes first")
    func bound() {
        var people = RecentPeople(capacity: 100, age: .seconds(60))
        people.store(Example.person, for: Example.user, readAt: Example.now)
        for number in 0..<1_000 {
            people.store(Example.person, for: Self.user(number), readAt: Example.now)
            #expect(people.find(Example.user, at: Example.now) != nil)
            #expect(people.count <= 100)
        }
        #expect(people.find(Self.user(0), at: Example.now) == nil)
        #expect(people.find(Self.user(999), at: Example.now) != nil)
    }

    @Test("forgotten is forgotten in both generations")
    func forgetting() {
        var people = RecentPeople(capacity: 4, age: .seconds(60))
        for number in 0..<4 { people.store(Example.person, for: Self.user(number), readAt: Example.now) }
        for number in 0..<4 { people.forget(Self.user(number)) }
        #expect(people.count == 0)
    }
}
