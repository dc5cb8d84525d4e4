import Analyses
import Finance
import TestKit
import Testing

@Suite("Risk assessment")
struct RiskAssessmentTests {
    @Test("every rule is listed with input, threshold, contribution and words, and the score is their sum")
    func listed() throws {
        for (name, documents) in NamedPeople.all {
            let assessment = RiskAssessment(of: try NamedPeople.snapshot(of: documents))
            #expect(assessment.rules.map(\.kind) == RiskRule.Kind.allCases, "\(name)")
            let sum = assessment.rules.reduce(0) { $0 + $1.contribution }
            #expect(assessment.score == sum || assessment.quality.grade == .D)
            for rule in assessment.rules {
                #expect(!rule.threshold.isEmpty && !rule.explanation.isEmpty)
                #expect((0...rule.most).contains(rule.contribution))
            }
            #expect(Set(assessment.figures.map(\.id)).count == assessment.figures.count)
        }
    }

    @Test("every amount and percentage that an explanation names is a figure")
    func figures() throws {
        let night = PreviousRisk(
            day: Day(number: 20_000), level: .low, candidate: .low, nights: 1, score: 0,
            balances: [BalancePoint(day: try #require(Day("2026-03-01")), balance: Money(pence: 123_45))])
        let cases = RiskCases(
            debts: [RiskCases.debt(payment: 1_00, interest: 90_00)], months: [(100, 200), (100, 200), (100, 2_001)],
            budgets: [("Food", 10, 20)], saved: 77)
        for snapshot in [cases.snapshot] + (try NamedPeople.all.map { try NamedPeople.snapshot(of: $0.documents) }) {
            let assessment = RiskAssessment(of: snapshot, previous: night)
            let printed = Set(assessment.figures.map(\.printed))
            for rule in assessment.rules {
                for match in rule.explanation.matches(of: /-?£[\d,.]+\d|\d+(?:\.\d+)?%/) {
                    #expect(printed.contains(String(match.output)), "\(match.output) of \(rule.kind)")
                }
            }
            #expect(Set(assessment.figures.map(\.id)).count == assessment.figures.count)
        }
    }

    @Test("the named people's levels in April")
    func people() throws {
        func found(_ documents: SnapshotDocuments) throws -> (Int?, RiskBand?, DataQuality.Grade) {
            let assessment = RiskAssessment(of: try NamedPeople.snapshot(of: documents))
            return (assessment.score, assessment.level, assessment.quality.grade)
        }
        #expect(try found(NamedPeople.maya) == (4, .low, .B))
        #expect(try found(NamedPeople.dana) == (8, .low, .B))
        #expect(try found(NamedPeople.omar) == (20, .medium, .B))
        #expect(try found(NamedPeople.noah) == (nil, nil, .D))
        #expect(try found(NamedPeople.dirty).2 == .C)
    }

    @Test(
        "levels begin at 20 and 50 points",
        arguments: [(0, "Low Risk"), (19, "Low Risk"), (20, "Medium Risk"), (49, "Medium Risk"), (50, "High Risk")])
    func words(score: Int, words: String) { #expect(RiskBand(score: score).legacyWords == words) }

    @Test("all rules at their worst make exactly the most there is")
    func most() throws {
        let point = BalancePoint(day: try #require(Day("2026-03-01")), balance: .zero)
        let before = PreviousRisk(day: point.day, level: .low, candidate: .low, nights: 1, score: 0, balances: [point])
        let cases = RiskCases(
            income: 100, debts: [RiskCases.debt(payment: 1_00, interest: 90_00)],
            months: [(100, 200), (100, 200), (100, 200)], budgets: [("Food", 10, 20)], saved: 0)
        let assessment = RiskAssessment(of: cases.snapshot, previous: before)
        #expect(assessment.score == RiskAssessment.mostPoints)
        #expect(assessment.level == .high)
        #expect(assessment.previousLevel == .low)
    }

    @Test("raising the payment of any debt never lowers score or level: 1,000 seeded people, 4 debts each")
    func monotonic() {
        var draws = SeededGenerator(8)
        for seed in 0..<1_000 {
            var cases = RiskCases(income: Bool.random(using: &draws) ? Int64.random(in: 0...5_000, using: &draws) : nil)
            cases.months = [(2_000, .random(in: 0...4_000, using: &draws)), (nil, 900), (2_000, 100)]
            cases.debts = (0..<4).map { index in
                RiskCases.debt(
                    "d\(index)", owed: .random(in: 0...20_000, using: &draws),
                    payment: .random(in: -50_00...600_00, using: &draws),
                    interest: .random(in: -10_00...500_00, using: &draws),
                    rate: Bool.random(using: &draws) ? Rate(basisPoints: .random(in: 0...9_000, using: &draws)) : nil)
            }
            let before = cases.assessment
            let raised = Int.random(in: 0..<4, using: &draws)
            let most = Int64.random(in: 0...4, using: &draws) * 200_00
            cases.debts[raised].monthlyPayment += Money(pence: .random(in: 1...most + 1, using: &draws))
            let after = cases.assessment
            #expect((after.score ?? 0) >= (before.score ?? 0), "seed \(seed)")
            #expect((after.level ?? .low) >= (before.level ?? .low), "seed \(seed)")
        }
    }

    @Test("the screening words stand in every answer, and the old status beside the level")
    func notice() throws {
        let assessment = RiskAssessment(of: try NamedPeople.snapshot(of: NamedPeople.omar))
        #expect(assessment.json.text.lowercased().contains("screening aid, not a lending or creditworthiness decision"))
        #expect(assessment.card.data == assessment.json && assessment.card.kind == .risk)
        #expect(
            assessment.legacyJSON.text
                == #"{"missedInstallments":2,"nextDueDate":"2026-04-20","status":"Medium Risk"}"#)
    }

    @Test("nothing recorded is not a low score: no score, no level, and the old service's word for it")
    func nothing() throws {
        let assessment = RiskAssessment(of: try NamedPeople.snapshot(of: NamedPeople.noah))
        #expect(assessment.score == nil && assessment.level == nil)
        #expect(assessment.legacyStatus == "Low Risk" && assessment.topReason == "Nothing is recorded to assess.")
        #expect(assessment.json.text.contains(#""level":null,"legacyStatus":"Low Risk","score":null"#))
    }

    @Test("the largest amounts do not overflow")
    func extremes() {
        var debts = (0..<1_000).map {
            RiskCases.debt("d\($0)", payment: Money.limit.pence, rate: Rate(basisPoints: .max))
        }
        for index in debts.indices { debts[index].balance = .limit }
        #expect(RiskCases(debts: debts, saved: Money.limit.pence / 100).assessment.level == .high)
    }
}
