import Finance
import Testing

@testable import Analyses

@Suite("Disclosure rules")
struct DisclosureRulesTests {
    @Test("ten others besides the one who looks, never fewer, whatever an operator asks")
    func others() {
        #expect(DisclosureRules().leastMembers == 11)
        #expect(DisclosureRules(others: 3).leastMembers == 11)
        #expect(DisclosureRules(others: 30).leastMembers == 31)
        #expect(!DisclosureRules().allows(10) && DisclosureRules().allows(11) && !DisclosureRules().allows(0))
    }

    @Test(
        "one person may be half of a sum and not a penny more",
        arguments: [(50, 100, true), (51, 100, false), (1, 1, false), (0, 0, false)] as [(Int64, Int64, Bool)])
    func dominance(largest: Int64, total: Int64, isAllowed: Bool) {
        #expect(DisclosureRules().allows(largest: Money(pence: largest), of: Money(pence: total)) == isAllowed)
    }

    @Test("counts go to the nearest 5", arguments: [(11, 10), (12, 10), (13, 15), (17, 15), (18, 20), (40, 40)])
    func rounded(count: Int, rounded: Int) { #expect(DisclosureRules.rounded(count) == rounded) }

    @Test("quartiles lie between neighbours by distance and go to whole points, halves up")
    func quartiles() {
        #expect(
            Quartiles(of: [1_000, 2_000, 3_000, 4_000, 5_000]) == Quartiles(of: [5_000, 1_000, 4_000, 2_000, 3_000]))
        let five = Quartiles(of: [1_000, 2_000, 3_000, 4_000, 5_000])
        #expect((five?.lower, five?.median, five?.upper) == (20, 30, 40))
        let four = Quartiles(of: [1_000, 2_000, 3_000, 4_000])
        #expect((four?.lower, four?.median, four?.upper) == (18, 25, 33))
        let edge = Quartiles(of: [1_049, 1_050])
        #expect((edge?.lower, edge?.median, edge?.upper) == (10, 10, 10))
        #expect(Quartiles(of: [1_050])?.median == 11)
        #expect(Quartiles(of: []) == nil)
    }
}
