import Analyses
import Finance
import Testing

@Suite("A debt in a plan")
struct PlannedDebtTests {
    private func debt(_ pence: Int64, _ basisPoints: Int, _ changes: [PlannedDebt.RateChange] = []) -> PlannedDebt {
        PlannedDebt(
            id: "a", name: "A", balance: Money(pence: pence), minimum: Money(pence: 100),
            rate: Rate(basisPoints: basisPoints), changes: changes)
    }

    @Test(
        "a month's interest is rounded half to even",
        arguments: [
            (50, 1_200, 0), (51, 1_200, 1), (149, 1_200, 1), (150, 1_200, 2), (250, 1_200, 2), (350, 1_200, 4),
            (500_000, 3_990, 16_625), (0, 3_990, 0), (1_000, 0, 0),
        ] as [(Int64, Int, Int64)])
    func interest(pence: Int64, basisPoints: Int, interest: Int64) {
        #expect(debt(pence, basisPoints).firstInterest == Money(pence: interest))
    }

    @Test(
        "a change in the first month or before it is the rate of the start; of two in one month the later listed holds")
    func changes() {
        let changed = debt(
            1_000, 500,
            [
                .init(month: 5, rate: Rate(basisPoints: 900)), .init(month: 1, rate: Rate(basisPoints: 700)),
                .init(month: 1, rate: Rate(basisPoints: 800)), .init(month: -2, rate: Rate(basisPoints: 600)),
                .init(month: 2, rate: Rate(basisPoints: -5)),
            ])
        #expect(changed.rate == Rate(basisPoints: 800))
        #expect(changed.changes.map(\.month) == [2, 5])
        #expect(changed.changes.map(\.rate.basisPoints) == [0, 900])
    }

    @Test("amounts and rates are brought into what is believed")
    func believed() {
        let most = debt(.max, .max)
        #expect(most.balance == .limit && most.rate == PlannedDebt.highestRate)
        #expect(debt(.min, .min).balance == .zero && debt(1, .min).rate == Rate(basisPoints: 0))
    }
}
