import Testing

@testable import Jobs

@Suite("Percentiles in little room")
struct PercentilesTests {
    @Test("without any time there is none")
    func none() { #expect(Percentiles().value(at: 0.5) == nil) }

    @Test("what it gives is at most a quarter above the true one, and never below")
    func close() throws {
        var percentiles = Percentiles()
        let micros = (1...10_000).map { $0 * 7 }
        percentiles.add(micros.map { .microseconds($0) })
        for share in [0.01, 0.5, 0.95, 1] {
            let value = try #require(percentiles.value(at: share))
            let exact = Double(micros[Int((10_000 * share).rounded(.up)) - 1]) / 1_000
            #expect(value >= exact && value <= exact * 1.26, "\(share)")
        }
    }

    @Test("times under four microseconds are exact, none and negative ones are nothing")
    func small() {
        var percentiles = Percentiles()
        percentiles.add([.zero, .microseconds(-5), .microseconds(3)])
        #expect(percentiles.value(at: 0.5) == 0)
        #expect(percentiles.value(at: 1) == 0.003)
    }
}
