import Finance
import Testing

@testable import Analyses

@Suite("When nothing is forecast")
struct ForecastAbstentionTests {
    private func reason(_ pence: [Int64]) -> ForecastAbstention? {
        ForecastAbstention(pence.map { Money(pence: $0) })
    }

    @Test("two full months are too few, three are enough")
    func months() {
        #expect(reason([1, 1]) == .tooShort(months: 2))
        #expect(reason([1, 1, 1]) == nil)
    }

    @Test("more than half of the months empty is too little, exactly half is not")
    func empty() {
        #expect(reason([1, 0, 1, 0]) == nil)
        #expect(reason([1, 0, 0]) == .mostlyEmpty(empty: 2, of: 3))
    }

    @Test("the reason says how much there is")
    func words() {
        #expect(ForecastAbstention.tooShort(months: 0).reason.hasSuffix("none is recorded so far."))
        #expect(ForecastAbstention.tooShort(months: 1).reason.hasSuffix("1 is recorded so far."))
        #expect(ForecastAbstention.tooShort(months: 2).reason.contains("needs 3 full months of expenses; 2 are"))
        #expect(ForecastAbstention.mostlyEmpty(empty: 7, of: 12).reason.hasPrefix("7 of the last 12 full months"))
    }
}
