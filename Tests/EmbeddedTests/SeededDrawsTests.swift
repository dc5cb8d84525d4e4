import Finance
import Testing

@testable import Embedded

@Suite("Seeded draws")
struct SeededDrawsTests {
    @Test("The stream of a key is fixed for ever, and every key has its own")
    func fixed() {
        var draws = SeededDraws(1, 2, 3)
        #expect((0..<3).map { _ in draws.int(1...1_000) } == [815, 268, 256])
        var other = SeededDraws(1, 3, 2)
        var again = SeededDraws(1, 2, 3)
        #expect(other.next() != again.next())
    }

    @Test("Numbers stay in their range and every one of it comes up")
    func range() {
        var draws = SeededDraws(9)
        let drawn = (0..<2_000).map { _ in draws.int(-3...3) }
        #expect(Set(drawn) == Set(-3...3))
        #expect((0..<100).allSatisfy { _ in draws.int(5...5) == 5 })
    }

    @Test("A chance comes true about as often as it says, and 0 and 100 are sure")
    func chance() {
        var draws = SeededDraws(4)
        #expect((250...350).contains((0..<1_000).count { _ in draws.chance(30) }))
        #expect((0..<100).allSatisfy { _ in draws.chance(100) && !draws.chance(0) })
    }

    @Test("A receipt stays near its typical amount")
    func receipt() {
        var draws = SeededDraws(5)
        for _ in 0..<500 {
            let amount = draws.receipt(around: Money(pence: 10_00), spread: 40)
            #expect(amount >= Money(pence: 6_00) && amount <= Money(pence: 14_00))
        }
    }
}
