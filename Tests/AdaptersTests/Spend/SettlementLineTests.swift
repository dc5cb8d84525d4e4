import Finance
import Ports
import Testing

@testable import Adapters

@Suite("Settlements that wait")
struct SettlementLineTests {
    private func settlement(_ number: Int) -> SpendSettlement {
        SpendSettlement(
            SpendReservation(
                id: "\(number)", day: .init(number: 1), feature: .chat, person: nil, model: "m", amount: .zero,
                choice: 0),
            taken: nil)
    }

    private func numbers(_ settlements: [SpendSettlement]) -> [String] { settlements.map(\.reservation.id) }

    @Test("they leave in order, and what could not be written comes first again")
    func order() {
        var line = SettlementLine(limit: 9)
        for number in 0..<5 { line.add(settlement(number)) }
        let first = line.takeFirst(3)
        line.add(settlement(5))
        line.bringBack(first)
        #expect(numbers(line.takeFirst(9)) == ["0", "1", "2", "3", "4", "5"])
        #expect(line.count == 0 && line.dropped == 0)
    }

    @Test("beyond its room the oldest is let go and counted")
    func bounded() {
        var line = SettlementLine(limit: 3)
        for number in 0..<5 { line.add(settlement(number)) }
        let taken = line.takeFirst(2)
        for number in 5..<7 { line.add(settlement(number)) }
        line.bringBack(taken)
        #expect(line.dropped == 4)
        #expect(numbers(line.takeFirst(9)) == ["4", "5", "6"])
    }
}
