import Analyses
import Finance
import Testing

@Suite("Looking with every generator")
struct InsightFindingsTests {
    @Test("there is one generator for each kind")
    func kinds() { #expect(InsightGenerator.all.map(\.kind) == InsightKind.allCases) }

    @Test("nothing recorded is nothing found, and nothing to come back for but the month's own days")
    func empty() throws {
        let findings = Grounds.findings(try Grounds.empty())
        #expect(findings.found.isEmpty && findings.failed.isEmpty && findings.nextLook == nil)
        #expect(findings.looked == Set(InsightKind.allCases))
    }

    @Test("of one key the largest impact counts, of one kind the largest five")
    func bounded() throws {
        let made = (0..<7).map { InsightFeedTests.insight("\($0)", pounds: Int64($0)) }
        let generator = InsightGenerator(.priceRise) { _ in made + [InsightFeedTests.insight("6", pounds: 99)] }
        let findings = InsightFindings(in: InsightGround(of: try Grounds.empty()), with: [generator])
        #expect(findings.found.map(\.subject) == ["6", "5", "4", "3", "2"])
        #expect(findings.found.map(\.impact.pence) == [99_00, 5_00, 4_00, 3_00, 2_00])
    }

    @Test("a snapshot of another month is looked at in the month of its day")
    func month() throws {
        var snapshot = try Grounds.empty()
        snapshot.month = try #require(Month("2025-12"))
        #expect(InsightGround(of: snapshot).month.description == "2026-04")
    }

    @Test("texts of messy people are whole, and their keys their own")
    func whole() throws {
        var kinds: Set<InsightKind> = []
        for seed in 0..<60 as Range<UInt64> {
            let found = InsightFindings(in: try Messy.ground(seed)).found
            Grounds.expectComplete(found, "seed \(seed)")
            #expect(Set(found.map(\.id)).count == found.count, "seed \(seed)")
            kinds.formUnion(found.map(\.kind))
        }
        #expect(kinds.count >= 12, "only \(kinds)")
    }
}
