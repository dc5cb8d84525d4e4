import Analyses
import FoundationEssentials
import Testing

@Suite("What a person chose about messages")
struct NudgeChoicesTests {
    @Test("what was never stored is as if never chosen")
    func defaults() throws {
        let read = try JSONDecoder().decode(NudgeChoices.self, from: Data("{}".utf8))
        #expect(read == NudgeChoices())
        #expect(
            read.json.text
                == #"{"budgetNotification":true,"nudges":true,"quietFrom":21,"quietTo":8,"timeZone":"Europe/London"}"#)
    }

    @Test("what was chosen is read back")
    func stored() throws {
        var choices = NudgeChoices()
        choices.nudges = false
        choices.budgetNotification = false
        choices.zone = "Europe/Paris"
        #expect(try JSONDecoder().decode(NudgeChoices.self, from: JSONEncoder().encode(choices)) == choices)
    }
}
