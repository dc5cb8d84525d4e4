import Finance
import Testing

@testable import Analyses

@Suite("Portions of money")
struct MoneyPortionTests {
    @Test(
        "rounds once to the nearest penny, halves away from zero",
        arguments: [(100, 1, 3, 33), (200, 1, 3, 67), (5, 1, 2, 3), (-5, 1, 2, -3), (-4, 1, 3, -1), (0, 7, 9, 0)])
    func rounding(pence: Int64, parts: Int, whole: Int, expected: Int64) {
        #expect(Money(pence: pence).portion(parts, of: whole) == Money(pence: expected))
    }

    @Test("the largest amounts do not overflow")
    func huge() {
        #expect(Money(pence: .max).portion(31, of: 31) == Money(pence: .max))
        #expect(Money(pence: .min).portion(2, of: 1) == Money(pence: .min))
    }

    @Test("the median of an even number is the mean of the two in the middle, of none nothing")
    func median() {
        func median(_ pence: Int64...) -> Int64 { Money.median(of: pence.map { Money(pence: $0) }).pence }
        #expect(median() == 0)
        #expect(median(7) == 7)
        #expect(median(9, 1, 5) == 5)
        #expect(median(9, 1, 5, 4) == 5)
    }
}
