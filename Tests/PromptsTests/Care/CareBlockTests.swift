import Testing

@testable import Prompts

@Suite("The fixed words of care")
struct CareBlockTests {
    @Test("begin with what cannot wait, name help with its number once, and say what they are")
    func text() throws {
        let block = try #require(CareBlock(for: "bailiffs came and I can't pay my rent"))
        #expect(block.situations == [.enforcement, .missedPriorityBill])
        #expect(block.text.contains("National Debtline (free debt advice): 0808 808 4000, nationaldebtline.org"))
        #expect(block.text.ranges(of: "stepchange.org").count == 1)
        #expect(block.text.contains("60 days") && block.text.hasSuffix("not financial advice."))
        #expect(!block.standsAlone)
    }

    @Test("self-harm is answered alone")
    func alone() throws {
        let block = try #require(CareBlock(for: "I want to end my life, I owe so much"))
        #expect(block.standsAlone && block.text.contains("Samaritans (free to call, day and night): 116 123"))
        #expect(block.text.contains("999"))
    }

    @Test("every situation has words that pass our own lint and the house style")
    func style() throws {
        for situation in CareSituation.allCases {
            let block = try #require(CareBlock([situation], config: .reviewed))
            #expect(OutgoingLint().findings(in: block.text).isEmpty, "\(block.text)")
            #expect(PlainText.clean(block.text) == block.text)
            #expect(!block.text.contains("you should") && !block.text.contains("http") && !block.text.contains("**"))
            #expect(block.text.split(separator: "\n").count >= 3)
        }
        #expect(CareBlock(for: "what is left?") == nil && CareBlock([], config: .reviewed) == nil)
    }
}
