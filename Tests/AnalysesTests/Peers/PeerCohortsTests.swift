import Finance
import FoundationEssentials
import TestKit
import Testing

@testable import Analyses

@Suite("Peer cohorts of a week")
struct PeerCohortsTests {
    private func build(_ members: [PeerMember], week: Int = 1, _ previous: PeerCohorts? = nil) -> PeerCohorts {
        PeerCohorts.build(members: members, of: PeerCases.october, week: PeerCases.week(week), previous: previous)
    }

    @Test("enough people are split by income fifth and household, and larger cohorts hold the smaller")
    func whole() {
        let made = build(PeerCases.people(150))
        #expect(made.cohorts.count == 1 + 5 + 10)
        #expect(made.cohorts.first?.people == 150)
        #expect(made.leaves.allSatisfy { $0.members.count >= 11 })
        #expect(made.leaves.map(\.members.count).reduce(0, +) == 150)
    }

    @Test("a household too small stays with its fifth, and fifths too small stay with everyone")
    func fallback() {
        var people = PeerCases.people(150)
        for index in 0..<30 { people[index].hasPartner = index < 5 }
        #expect(build(people).cohorts.filter { $0.key.fifth == 0 }.map(\.key.description) == ["fifth-1"])
        #expect(build(PeerCases.people(54)).cohorts.map(\.key) == [.everyone])
    }

    @Test("one fifth too small keeps all fifths back, since the rest of everyone would show it")
    func complement() {
        var people = PeerCases.people(60)
        for index in people.indices.dropLast(10) { people[index].income = Money(pence: 1_000_00 + Int64(index) * 100) }
        for index in people.indices.suffix(10) { people[index].income = Money(pence: 9_000_00) }
        #expect(build(people).cohorts.map(\.key) == [.everyone])
    }

    @Test("eleven people are a cohort, ten are not", arguments: [(10, 0), (11, 1)])
    func boundary(count: Int, cohorts: Int) { #expect(build(PeerCases.people(count)).cohorts.count == cohorts) }

    @Test("no bound is what one person earns: all are whole hundreds")
    func bounds() { #expect(build(PeerCases.people(150)).bounds.allSatisfy { $0.pence % 100_00 == 0 }) }

    @Test("a week once published stays as it is, whoever joins, leaves or objects")
    func frozen() {
        let first = build(PeerCases.people(150))
        var others = PeerCases.people(150, seed: 9).without(["p001", "p002"])
        others[5].hasOptedOut = true
        #expect(build(others, first) == first)
        let sunday = PeerCases.week(1).advanced(by: 6)
        let later = PeerCohorts.build(members: others, of: PeerCases.october, week: sunday, previous: first)
        #expect(later == first)
        #expect(PeerCohorts.build(members: others, of: PeerCases.october, week: sunday).week == PeerCases.week(1))
    }

    @Test("an objection counts from the next build; ten others sit out with the one who leaves")
    func optOut() throws {
        var people = PeerCases.people(300)
        let first = build(people)
        people[40].hasOptedOut = true
        let second = build(people, week: 2, first)
        let left = Set(first.leaves.flatMap(\.members)).subtracting(second.leaves.flatMap(\.members))
        #expect(left.contains("p040") && left.count == 11)
        #expect(second.week == PeerCases.week(2))
    }

    @Test("who joins waits for the next month, and who comes back too")
    func joiners() {
        let people = PeerCases.people(150)
        let first = build(people.without(["p007"]))
        #expect(build(people, week: 2, first).leaves == first.leaves)
        let next = PeerCohorts.build(
            members: people, of: PeerCases.october.next, week: PeerCases.week(6), previous: first)
        #expect(next.leaves.flatMap(\.members).contains("p007"))
    }

    @Test("with the same people a change in one person's records does not show within the month")
    func carried() {
        let people = PeerCases.people(150)
        let first = build(people)
        #expect(build(people.exchanging("p000", "p149"), week: 2, first).cohorts == first.cohorts)
    }

    @Test("the order of people changes nothing, and a publication survives being stored")
    func stable() throws {
        let made = build(PeerCases.people(150))
        #expect(build(PeerCases.people(150).reversed()) == made)
        #expect(try JSONDecoder().decode(PeerCohorts.self, from: JSONEncoder().encode(made)) == made)
    }
}
