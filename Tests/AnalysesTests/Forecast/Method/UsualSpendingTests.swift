import Finance
import Testing

@testable import Analyses

@Suite("Usual spending")
struct UsualSpendingTests {
    private func usual(_ pence: [Int64], step: Int = 1) -> Int64 {
        UsualSpending.amount(after: pence.map { Money(pence: $0) }[...], step: step).pence
    }

    private func isSparse(_ pence: [Int64]) -> Bool { UsualSpending.isSparse(pence.map { Money(pence: $0) }[...]) }

    @Test("with twelve months it is the median of the last six, with thirteen half of it is the year before")
    func thirteen() {
        let twelve: [Int64] = [9_000, 1, 1, 1, 1, 1, 100, 200, 300, 400, 500, 600]
        #expect(usual(twelve) == 350)
        // (400 + 500 + 600) / 6 + 9,000 / 2
        #expect(usual([77] + twelve) == 4_750)
    }

    @Test("a later month looks at its own month a year before")
    func steps() {
        let months: [Int64] = [0] + (1...12).map { $0 * 1_000 }
        #expect(usual(months, step: 1) == (10_000 + 11_000 + 12_000 + 3 * 1_000) / 6)
        #expect(usual(months, step: 4) == (10_000 + 11_000 + 12_000 + 3 * 4_000) / 6)
    }

    @Test("one division, rounded once to the nearest")
    func rounding() {
        // (0 + 0 + 1 + 3 * 1) / 6 is two thirds of a penny.
        #expect(usual([0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]) == 1)
    }

    @Test("refunds never make it negative")
    func never() {
        #expect(usual([-500, -500, -500]) == 0)
        #expect(usual([Int64](repeating: -500, count: 20)) == 0)
    }

    @Test("exactly half of the months empty is enough to go by, one more is not; a refund alone is empty")
    func sparse() {
        #expect(!isSparse([0, 0, 1, 1]))
        #expect(isSparse([0, 0, 0, 1, 1]))
        #expect(isSparse([-5, 0, 1]))
        #expect(!isSparse([]))
    }

    @Test("only the last twelve months are judged")
    func window() {
        let old = [Int64](repeating: 0, count: 24)
        #expect(!isSparse(old + [Int64](repeating: 1, count: 6)))
        #expect(isSparse(old + [Int64](repeating: 1, count: 5)))
    }
}
