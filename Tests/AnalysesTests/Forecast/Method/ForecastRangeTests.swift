import Finance
import Testing

@testable import Analyses

@Suite("The range of four months in five")
struct ForecastRangeTests {
    private func errors(_ pence: some Sequence<Int>) -> [Money] { pence.map { Money(pence: Int64($0)) } }
    private let expected = Money(pence: 10_000)

    @Test("seven past months tell no range, eight do: from the least to the greatest")
    func least() throws {
        #expect(ForecastRange(around: expected, errors: errors(1...7)) == nil)
        let range = try #require(ForecastRange(around: expected, errors: errors([5, -80, 3, 2, 1, 4, 90, 6])))
        #expect(range.low == Money(pence: 9_920) && range.high == Money(pence: 10_090))
        #expect(range.source == .own)
    }

    @Test("of nineteen errors one in ten is left out at either end, and one rank less when spans overlap")
    func ranks() throws {
        let range = try #require(ForecastRange(around: expected, errors: errors(1...19)))
        #expect((range.low.pence, range.high.pence) == (10_002, 10_018))
        let wider = try #require(ForecastRange(around: expected, errors: errors(1...19), wider: 1))
        #expect((wider.low.pence, wider.high.pence) == (10_001, 10_019))
    }

    @Test("a quarter of the month left halves the width")
    func root() throws {
        let range = try #require(
            ForecastRange(around: expected, errors: errors([-800, 0, 0, 0, 0, 0, 0, 800]), left: (7, 28)))
        #expect((range.low.pence, range.high.pence) == (9_600, 10_400))
        #expect([(0, 30), (1, 1), (15, 30)].map { ForecastRange.root($0) } == [0, 1_000, 707])
    }

    @Test("the low end is never below zero, the high end never below the low one")
    func bounds() throws {
        let range = try #require(ForecastRange(around: .zero, errors: errors([Int](repeating: -500, count: 8))))
        #expect(range.low == .zero && range.high == .zero)
    }

    @Test("the typical range is a share of what is not yet spent")
    func typical() {
        let range = ForecastRange(typicalAround: expected, open: Money(pence: 1_000))
        #expect((range.low.pence, range.high.pence) == (9_825, 10_290))
        #expect(range.source == .typical)
    }
}
