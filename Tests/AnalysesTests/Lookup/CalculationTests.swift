import Analyses
import Finance
import Testing

@Suite("Calculation")
struct CalculationTests {
    private func result(_ operation: Calculation.Operation, _ pence: Int64, _ hundredths: Int64) -> Figure.Value? {
        (try? Calculation(operation, Money(pence: pence), hundredths: hundredths))?.value
    }

    @Test("Each operation to the penny, halves away from zero")
    func operations() {
        #expect(result(.add, 1_050, 250) == .money(Money(pence: 1_300)))
        #expect(result(.subtract, 250, 1_050) == .money(Money(pence: -800)))
        #expect(result(.multiply, 333, 1_200) == .money(Money(pence: 3_996)))
        #expect(result(.divide, 1_001, 200) == .money(Money(pence: 501)))
        #expect(result(.divide, -1_001, 200) == .money(Money(pence: -501)))
        #expect(result(.percentOf, 1_050, 1_000) == .money(Money(pence: 105)))
        #expect(result(.share, 250, 1_000) == .percent(25))
    }

    @Test("By zero, of nothing and beyond counting there is no result", arguments: Calculation.Operation.allCases)
    func faults(_ operation: Calculation.Operation) {
        switch operation {
        case .divide, .share: #expect(result(operation, 100, 0) == nil)
        case .add:
            #expect(throws: Calculation.Fault.tooLarge) {
                try Calculation(.add, Money(pence: .max), hundredths: 1)
            }
        case .subtract:
            #expect(throws: Calculation.Fault.tooLarge) {
                try Calculation(.subtract, Money(pence: .min), hundredths: 1)
            }
        case .multiply, .percentOf: #expect(result(operation, .max, .max) == nil)
        }
    }
}
