import Finance
import TestKit
import Testing

@testable import Analyses

@Suite("Compound interest")
struct CompoundInterestTests {
    @Test("a whole power is the product it stands for", arguments: 0...40)
    func whole(exponent: Int) {
        let product = (0..<exponent).reduce(1.0) { product, _ in product * 1.0125 }
        let power = CompoundInterest.power(1.0125, Double(exponent))
        #expect((power / product - 1).magnitude < 1e-14)
    }

    @Test("a fractional power times its complement is the base: 2,000 seeded pairs")
    func fraction() {
        var draws = SeededGenerator(3)
        for _ in 0..<2_000 {
            let base = Double.random(in: 0.01...11, using: &draws)
            let part = Double.random(in: 0...1, using: &draws)
            let product = CompoundInterest.power(base, part) * CompoundInterest.power(base, 1 - part)
            #expect((product / base - 1).magnitude < 1e-13)
        }
        #expect(CompoundInterest.power(9, 0.5) == 3)
        #expect(CompoundInterest.power(16, 1.25) == 32)
    }

    @Test(
        "savings round as toFixed does, on the exact double, halves away from zero",
        arguments: [
            (1.005, 100), (1.025, 102), (0.125, 13), (-0.125, -13), (-1.005, -100), (2.675, 267), (0.375, 38),
            (10_235.0, 1_023_500),
        ] as [(Double, Int64)])
    func fixed(pounds: Double, pence: Int64) { #expect(CompoundInterest.fixed(pounds) == Money(pence: pence)) }

    @Test(
        "the others round as Math.round of a hundredfold does, halves up",
        arguments: [(0.125, 13), (-0.125, -12), (0.124, 12), (1.005, 100), (-0.126, -13)] as [(Double, Int64)])
    func halfUp(pounds: Double, pence: Int64) { #expect(CompoundInterest.halfUp(pounds) == Money(pence: pence)) }

    @Test("what is no amount is none", arguments: [Double.nan, .infinity, -.infinity, 1e11, -1e11])
    func none(pounds: Double) {
        #expect(CompoundInterest.fixed(pounds) == nil)
        #expect(CompoundInterest.halfUp(pounds) == nil)
    }
}
