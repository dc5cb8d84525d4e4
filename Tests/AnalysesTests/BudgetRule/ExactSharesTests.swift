import Finance
import TestKit
import Testing

@testable import Analyses

@Suite("Exact shares")
struct ExactSharesTests {
    private static func tenths(_ pence: [Int64], _ whole: Int64) -> [Int]? {
        ExactShares.rates(of: pence.map { Money(pence: $0) }, in: Money(pence: whole))?.map { $0.basisPoints / 10 }
    }

    @Test("the largest remainder gets the missing tenth, the earlier of equals first")
    func remainders() {
        #expect(Self.tenths([1, 1, 1], 3) == [334, 333, 333])
        #expect(Self.tenths([2, 2, 2, 1], 7) == [286, 286, 285, 143])
        #expect(Self.tenths([50, 30, 20], 100) == [500, 300, 200])
    }

    @Test("overspending is a negative share of what is unallocated")
    func overspent() {
        #expect(Self.tenths([100, 33, -33], 100) == [1_000, 330, -330])
        #expect(Self.tenths([4, -1], 3) == [1_333, -333])
    }

    @Test("shares sum to exactly 100.0 % and lie within a tenth of the truth")
    func law() throws {
        for seed in UInt64(0)..<2_000 { try checkLaw(seed) }
    }

    private func checkLaw(_ seed: UInt64) throws {
        var random = SeededGenerator(seed)
        let whole = Int64.random(in: 1...9_000_00, using: &random)
        var parts = (0..<4).map { _ in Int64.random(in: -10_00...5_000_00, using: &random) }
        parts.append(whole - parts.reduce(0, +))
        let tenths = try #require(Self.tenths(parts, whole))
        #expect(tenths.reduce(0, +) == 1_000, "seed \(seed)")
        for (share, part) in zip(tenths, parts) {
            #expect(abs(Double(share) - Double(part) * 1_000 / Double(whole)) < 1.000_001, "seed \(seed)")
        }
    }

    @Test("an income of a penny beside the largest sums gives no shares instead of trapping")
    func extremes() {
        let huge: Int64 = 50_000_000_000_000_000
        #expect(Self.tenths([huge, 1 - huge], 1) == nil)
        #expect(Self.tenths([huge, 0], huge) == [1_000, 0])
    }
}
