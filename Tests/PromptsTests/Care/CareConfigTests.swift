import Finance
import Testing

@testable import Prompts

@Suite("The reviewed configuration")
struct CareConfigTests {
    private let config = CareConfig.reviewed

    @Test("goes stale after 180 days and not before, and cannot be reviewed tomorrow")
    func stale() {
        let day = config.reviewedOn
        #expect(config.warning(on: day) == nil && config.warning(on: day.advanced(by: 180)) == nil)
        #expect(config.warning(on: day.advanced(by: 181)) == .stale(days: 181))
        #expect(config.warning(on: day.advanced(by: -1)) == .reviewedInFuture)
        #expect(CareConfig.Warning.stale(days: 181).description.contains("181 days ago"))
        #expect(CareConfig.Warning.reviewedInFuture.description.contains("future"))
        #expect(day.description == "2026-11-21")
    }

    @Test("ids are unique, and every situation names only what is in it")
    func ids() {
        #expect(Set(config.signposts.map(\.id)).count == config.signposts.count)
        #expect(Set(config.priorityDebts.map(\.id)).count == config.priorityDebts.count)
        for situation in CareSituation.allCases {
            #expect(!situation.words.signposts.isEmpty)
            for id in situation.words.signposts { #expect(config.signpost(id) != nil, "\(situation): \(id)") }
        }
    }

    @Test("numbers and addresses are those that were reviewed")
    func numbers() {
        let phones = config.signposts.compactMap { signpost in signpost.phone.map { "\(signpost.id) \($0)" } }
        #expect(
            phones == [
                "stepchange 0800 138 1111", "nationaldebtline 0808 808 4000", "samaritans 116 123",
                "gamcare 0808 8020 133", "emergency 999",
            ])
        #expect(config.signposts.compactMap(\.site).allSatisfy { !$0.contains("/") && $0.contains(".") })
    }

    @Test("every priority debt is asked about before an order is shown")
    func priority() {
        let question = config.priorityQuestion
        for debt in config.priorityDebts { #expect(question.contains(debt.name) && !debt.consequence.isEmpty) }
        #expect(question.contains("?") && config.priorityDebts.count == 7)
        #expect(config.breathingSpace.contains("60 days") && config.comparison.contains("the choice is yours"))
    }
}
