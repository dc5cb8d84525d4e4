import Finance
import Testing

@Suite("Growth by the app's rule")
struct GrowthTests {
    @Test(
        "one decimal; nothing to compare with is absent, though the app prints a number",
        arguments: [
            (100, 118, 18, "18.0%"), (116_299, 138_299, 18.9, "18.9%"), (200, 100, -50, "-50.0%"),
            (100, 100, 0, "0.0%"), (0, 5, nil, "100.0%"), (0, 0, nil, "0%"), (1_000, 999, -0.1, "-0.1%"),
        ] as [(Int64, Int64, Double?, String)])
    func rule(previous: Int64, current: Int64, percent: Double?, text: String) {
        let growth = Growth(from: Money(pence: previous), to: Money(pence: current))
        #expect(growth.percent == percent)
        #expect(growth.appText == text)
    }

    @Test("the largest sums do not overflow")
    func extremes() {
        let growth = Growth(from: Money(pence: 1), to: Money(pence: 50_000_000_000_000_000))
        #expect(growth.appText.hasSuffix("%"))
        #expect(Rate(percent: .infinity).basisPoints > 0)
    }
}
