import Finance
import FoundationEssentials
import TestKit
import Testing

@testable import Analyses

@Suite("A published cohort")
struct CohortTests {
    private func cells(_ members: [PeerMember]) -> [CohortCell] {
        Cohort(.everyone, of: members, rules: DisclosureRules()).cells
    }

    @Test("a category needs eleven people who use it; those who do not count as nothing spent")
    func contributors() {
        var members = (0..<20).map { PeerCases.member($0, $0 < 10 ? ["Food": 400] : [:]) }
        #expect(cells(members).isEmpty)
        members[10].spending = ["Food": Money(pence: 400_00)]
        #expect(cells(members).map(\.category) == ["Food"])
        #expect((cells(members).first?.lower, cells(members).first?.upper) == (0, 40))
    }

    @Test("a category that one person makes more than half of is left out")
    func dominance() {
        var members = (0..<11).map { PeerCases.member($0, ["Food": 10]) }
        members[0].spending["Food"] = Money(pence: 100_00)
        #expect(cells(members).count == 1)
        members[0].spending["Food"] = Money(pence: 100_01)
        #expect(cells(members).isEmpty)
    }

    @Test("the count is rounded, and no cell names a person or an amount")
    func published() throws {
        let cohort = Cohort(.everyone, of: PeerCases.people(13), rules: DisclosureRules())
        #expect(cohort.people == 15)
        let stored = String(decoding: try JSONEncoder().encode(cohort), as: UTF8.self)
        #expect(!stored.contains("p0") && stored.contains(#""key":"all""#))
    }

    @Test("every key is read back from its text, and no other text is a key")
    func keys() throws {
        let keys =
            [CohortKey.everyone] + (0..<5).map { CohortKey(fifth: $0) }
            + (0..<5).map { CohortKey(fifth: $0, hasPartner: $0 % 2 == 0) }
        let stored = try JSONEncoder().encode(keys)
        #expect(try JSONDecoder().decode([CohortKey].self, from: stored) == keys)
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode([CohortKey].self, from: Data(#"["fifth-6"]"#.utf8))
        }
        #expect(Set(keys.map(\.words)).count == keys.count)
    }
}
