import Finance
import Testing

@testable import Analyses

@Suite("Draws")
struct SyntheticDrawsTests {
    @Test("the same path draws the same, another path another")
    func paths() {
        func first(_ path: [Int]) -> UInt64 {
            var draws = path.count == 1 ? SyntheticDraws(7, path[0]) : SyntheticDraws(7, path[0], path[1])
            return draws.next()
        }
        #expect(first([1, 2]) == first([1, 2]))
        #expect(Set([first([1, 2]), first([2, 1]), first([1]), first([2]), first([0, 0])]).count == 5)
    }

    @Test("whole ranges come up, chances are kept to, amounts stay around what is typical")
    func spread() {
        var draws = SyntheticDraws(1)
        #expect(Set((0..<200).map { _ in draws.int(3...7) }) == [3, 4, 5, 6, 7])
        #expect((240...360).contains((0..<1_000).count { _ in draws.chance(30) }))
        let amounts = (0..<500).map { _ in draws.amount(around: Money(pence: 10_000)).pence }
        #expect(amounts.allSatisfy { (4_000...16_000).contains($0) })
        #expect((9_000...11_000).contains(amounts.reduce(0, +) / 500))
        #expect(draws.amount(around: .zero) == Money(pence: 50))
    }
}
