import Finance
import Testing

@testable import Analyses

@Suite("Methods of comparison")
struct BacktestMethodTests {
    private func next(_ method: BacktestMethod, _ pence: [Int64]) -> Int64 {
        method.next(after: pence.map { Money(pence: $0) }[...]).pence
    }

    @Test("the last month, the same month a year before, the mean of three")
    func simple() {
        let year = (1...13).map { Int64($0) * 10 }
        #expect(next(.naive, year) == 130)
        #expect(next(.seasonalNaive, year) == 20)
        #expect(next(.seasonalNaive, [5, 7]) == 7)
        #expect(next(.mean3, year) == 120)
        #expect(next(.mean3, [7]) == 7)
    }

    @Test("smoothing goes three tenths of the way to each new month")
    func smoothing() { #expect(next(.smoothing, [1_000, 2_000, 0]) == 910) }

    @Test("Croston: size over interval, less the correction")
    func croston() {
        // Sizes 1,000 then 1,000; intervals 1, then 1 + (2 - 1) / 10.
        #expect(next(.croston, [1_000, 0, 1_000]) == 864)
        #expect(next(.croston, [0, 0]) == 0)
    }

    @Test("TSB: size times a probability that fades while nothing comes")
    func tsb() {
        #expect(next(.tsb, [1_000, 1_000, 1_000]) == 1_000)
        #expect(next(.tsb, [1_000, 0]) == 495)
        #expect(next(.tsb, [1_000, 0, 0]) < next(.tsb, [1_000, 0]))
    }

    @Test("no method trips over one month, over nothing, or over the largest amounts")
    func edges() {
        for method in BacktestMethod.allCases {
            #expect(next(method, []) == 0)
            #expect(next(method, [Int64](repeating: Money.limit.pence, count: 40)) > 0)
        }
    }
}
