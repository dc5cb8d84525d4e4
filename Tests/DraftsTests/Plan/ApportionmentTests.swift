import Finance
import TestKit
import Testing

@testable import Drafts

@Suite("Pence are split without losing one")
struct ApportionmentTests {
    func split(_ pence: Int64, _ weights: [Int64]) -> [Int64]? {
        Money(pence: pence).split(over: weights.map { Money(pence: $0) })?.map(\.pence)
    }

    @Test("what is left over goes to the largest remainders, the earlier first among equals")
    func remainders() {
        #expect(split(10, [1, 1, 1]) == [4, 3, 3])
        #expect(split(10, [3, 3, 4]) == [3, 3, 4])
        #expect(split(100, [1, 2]) == [33, 67])
        #expect(split(1, [0, 5, 5]) == [0, 1, 0])
        #expect(split(0, [1, 2]) == [0, 0])
        #expect(split(7, [-5, 3]) == [0, 7])
    }

    @Test("without a weight, or below zero, there is nothing to split")
    func nothing() {
        #expect(split(5, []) == nil && split(5, [0, 0]) == nil && split(5, [-1]) == nil && split(-1, [1]) == nil)
    }

    @Test(
        "parts always add up, and none exceeds its weight when the whole does not", arguments: 0..<200 as Range<UInt64>)
    func law(_ seed: UInt64) throws {
        var seeded = SeededGenerator(seed)
        let top: Int64 = seed.isMultiple(of: 3) ? Money.limit.pence : 50
        let weights = (0..<Int.random(in: 1...12, using: &seeded)).map { _ in Int64.random(in: 0...top, using: &seeded)
        }
        let sum = weights.reduce(0, +)
        guard sum > 0 else { return }
        let whole = Int64.random(in: 0...min(sum, Money.limit.pence), using: &seeded)
        let parts = try #require(split(whole, weights))
        #expect(parts.reduce(0, +) == whole)
        #expect(zip(parts, weights).allSatisfy { $0 >= 0 && $0 <= $1 })
    }
}
