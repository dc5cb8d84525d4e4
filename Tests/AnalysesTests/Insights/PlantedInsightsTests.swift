import Analyses
import Finance
import Testing

@Suite("Planted anomalies")
struct PlantedInsightsTests {
    @Test("are found in 240 people of a year each: precision at least .9, recall at least .8, and no kind is blind")
    func planted() throws {
        var (right, wrong, missed) = (0, 0, 0)
        var kinds: [InsightKind: (found: Int, of: Int)] = [:]
        for seed in 0..<240 as Range<UInt64> {
            let person = try PlantedPerson(seed: seed)
            let found = InsightFindings(in: person.ground).found
            for insight in found where person.truth[insight.kind].map({ !insight.subject.contains($0) }) ?? true {
                wrong += 1
                print("not planted, seed \(seed): \(insight.text)")
            }
            for (kind, subject) in person.truth {
                let isFound = found.contains { $0.kind == kind && $0.subject.contains(subject) }
                (right, missed) = isFound ? (right + 1, missed) : (right, missed + 1)
                kinds[kind, default: (0, 0)].of += 1
                kinds[kind, default: (0, 0)].found += isFound ? 1 : 0
            }
        }
        let precision = Double(right) / Double(right + wrong)
        let recall = Double(right) / Double(right + missed)
        print(
            "figure insights.precision \(precision) insights.recall \(recall) (right \(right), wrong \(wrong), missed \(missed))"
        )
        for (kind, count) in kinds.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            print("figure insights.recall.\(kind.rawValue) \(count.found) of \(count.of)")
            #expect(count.found * 2 >= count.of, "\(kind)")
        }
        #expect(precision >= 0.9 && recall >= 0.8 && kinds.count == InsightKind.allCases.count)
    }

    @Test("looking costs under half a millisecond a person beside the shared analyses in a release build")
    func speed() throws {
        let people = try (0..<60 as Range<UInt64>).map { try PlantedPerson(seed: $0) }
        let clock = ContinuousClock()
        var count = 0
        let shared = clock.measure {
            for one in people { count += InsightGround(of: one.ground.snapshot).audit.series.count }
        }
        let own = clock.measure { for one in people { count += InsightFindings(in: one.ground).found.count } }
        print(
            "figure insights.person \(own / people.count) beside \(shared / people.count) of shared analyses (\(count))"
        )
        #if !DEBUG
            #expect(own / people.count < .microseconds(500))
        #endif
    }
}
