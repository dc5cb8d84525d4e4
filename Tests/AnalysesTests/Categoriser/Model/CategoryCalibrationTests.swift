import TestKit
import Testing

@testable import Analyses

@Suite("Calibration")
struct CategoryCalibrationTests {
    @Test("confidence rises with the lead, and never reaches certainty")
    func rises() {
        var random = SeededGenerator(1)
        let outcomes = (0..<2_000).map { _ -> (margin: Int, isRight: Bool) in
            let margin = Int.random(in: 0...99, using: &random)
            return (margin, Int.random(in: 0...99, using: &random) < margin)
        }
        let calibration = CategoryCalibration(outcomes)
        #expect(calibration.steps.count > 5 && calibration.steps.count <= CategoryCalibration.limit)
        #expect(zip(calibration.steps, calibration.steps.dropFirst()).allSatisfy { $0.share < $1.share })
        for margin in [15, 50, 85] {
            #expect(abs(calibration.confidence(of: margin) - Double(margin) / 100) < 0.1)
        }
        #expect(calibration.confidence(of: .max) < 1 && calibration.confidence(of: -1) == 0)
    }

    @Test("the order of the outcomes does not matter, and none is no confidence")
    func order() {
        let outcomes = (0..<100).map { (margin: $0 / 7, isRight: $0.isMultiple(of: 3)) }
        #expect(CategoryCalibration(outcomes) == CategoryCalibration(outcomes.reversed()))
        #expect(CategoryCalibration([]).confidence(of: 5) == 0)
    }

    @Test("a higher lead that did worse is pooled with the lower one")
    func pooled() {
        let outcomes = (0..<40).map { (margin: $0 < 20 ? 1 : 2, isRight: $0 < 20) }
        let calibration = CategoryCalibration(outcomes)
        #expect(calibration.steps.map(\.share) == [0.5])
    }
}
