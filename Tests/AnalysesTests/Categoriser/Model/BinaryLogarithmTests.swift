import Testing

@testable import Analyses

@Suite("Binary logarithms")
struct BinaryLogarithmTests {
    @Test("powers of two are exact, the rest is rounded down to a 256th")
    func exact() {
        #expect((0..<60).allSatisfy { BinaryLogarithm.of(1 << $0) == $0 * 256 })
        // log2(3) = 1.58496, log2(10) = 3.32193.
        #expect(BinaryLogarithm.of(3) == 405 && BinaryLogarithm.of(10) == 850)
    }

    @Test("never falls")
    func monotone() {
        #expect((1..<5_000).allSatisfy { BinaryLogarithm.of($0) <= BinaryLogarithm.of($0 + 1) })
        #expect(BinaryLogarithm.of(.max) == 62 * 256 + 255)
    }
}
