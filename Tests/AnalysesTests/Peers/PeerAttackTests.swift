import Finance
import TestKit
import Testing

@testable import Analyses

/// Attackers know every publication, every rule, who takes part and who left when; they do not know what others spend.
///
/// A person's share is out of reach when there is another world, with the same publications to the last byte, in which it
/// is more than five percentage points away. Exchanging the spending of two people gives such worlds.
@Suite("Attacks on what is published about peers")
struct PeerAttackTests {
    /// Publications of four weeks while these people leave, one list a week from the second on.
    private func weeks(_ people: [PeerMember], leaving: [Set<String>]) -> [PeerCohorts] {
        var present = people
        var made = [PeerCohorts.build(members: people, of: PeerCases.october, week: PeerCases.week(1))]
        for (index, ids) in leaving.enumerated() {
            present = present.without(ids)
            made.append(
                PeerCohorts.build(
                    members: present, of: PeerCases.october, week: PeerCases.week(index + 2), previous: made.last))
        }
        return made
    }

    /// Everyone by the last week in which they were counted and where: those who cannot be told apart by when they left.
    private func crowds(_ weeks: [PeerCohorts]) -> [[String]] {
        var seen: [String: String] = [:]
        for week in weeks {
            for leaf in week.leaves { for id in leaf.members { seen[id] = "\(leaf.key) until \(week.week)" } }
        }
        return Dictionary(grouping: seen.keys.sorted()) { seen[$0] ?? "" }.values.map { $0 }
    }

    @Test("leave and join: each person's share could be another's, more than five points away", arguments: 1...2)
    func leaving(seed: UInt64) throws {
        let people = PeerCases.people(150, seed: seed)
        let leaving: [Set<String>] = [["p010"], ["p011", "p090"], ["p149"]]
        let truth = weeks(people, leaving: leaving)
        let shares = Dictionary(people.map { ($0.id, $0.share(of: "Essential(Needs)")) }, uniquingKeysWith: { $1 })
        for crowd in crowds(truth) {
            #expect(crowd.count >= 11)
            for person in crowd.prefix(2) + crowd.suffix(1) {
                let other = try #require(crowd.first { abs((shares[$0] ?? 0) - (shares[person] ?? 0)) > 500 })
                let world = weeks(people.exchanging(person, other), leaving: leaving)
                #expect(world.map(\.cohorts) == truth.map(\.cohorts), "\(person) as \(other)")
            }
        }
    }

    @Test("subtracting overlapping cohorts, of one week or of two, leaves nobody or at least eleven", arguments: 1...4)
    func overlapping(seed: UInt64) {
        var draws = SeededGenerator(seed)
        let people = PeerCases.people(.random(in: 120...200, using: &draws), seed: seed)
        let leaving = (0..<3).map { _ in
            Set((0..<Int.random(in: 0...6, using: &draws)).compactMap { _ in people.randomElement(using: &draws)?.id })
        }
        let groups = weeks(people, leaving: leaving).flatMap { week in
            week.cohorts.map { cohort in
                Set(week.leaves.filter { PeerCohorts.holders(of: $0.key).contains(cohort.key) }.flatMap(\.members))
            }
        }
        for first in groups {
            #expect(first.count >= 11)
            for second in groups {
                let rest = first.subtracting(second).count
                #expect(rest == 0 || rest >= 11, "\(rest) people stand alone")
            }
        }
    }

    @Test("the smallest cohort vanishes whole when one of its eleven leaves")
    func boundary() {
        let people = PeerCases.people(11)
        let made = weeks(people, leaving: [[], ["p004"]])
        #expect(made.map(\.cohorts.count) == [1, 1, 0])
    }

    @Test("means rebuilt from published middles miss the one who left by more than five points")
    func reconstruction() {
        var people = PeerCases.people(300)
        for index in people.indices {
            people[index].spending = ["Food": Money(pence: 290_00 + Int64(index % 3) * 10_00)]
        }
        people[75].spending = ["Food": Money(pence: 900_00)]
        let made = weeks(people, leaving: [["p075"]])
        let counts = made.map { Double($0.leaves.map(\.members.count).reduce(0, +)) }
        let middles = made.compactMap { $0.cohorts.first?.cells.first.map { Double($0.median) } }
        let guess = counts[0] * middles[0] - (counts[0] - 1) * middles[1]
        #expect((guess - 90).magnitude > 5)
        #expect(counts[0] - counts[1] == 11)
    }

    @Test("an empty or lone population publishes nothing")
    func empty() {
        #expect(weeks([], leaving: [[]]).allSatisfy { $0.cohorts.isEmpty })
        #expect(weeks(PeerCases.people(1), leaving: [[]]).allSatisfy { $0.cohorts.isEmpty })
    }
}
