import TestKit
import Testing

@testable import Prompts

@Suite("Care triggers")
struct CareTriggersTests {
    @Test("≥ 95 % of the examples are recognised for what they are, misspelt ones too")
    func recall() {
        let examples = CareExamples.positive.flatMap { situation, texts in texts.map { (situation, $0) } }
        let missed = examples.filter { !CareTriggers.match($0.1).contains($0.0) }
        print("care: \(examples.count - missed.count) of \(examples.count) examples recognised")
        for (situation, text) in missed { print("missed \(situation): \(text)") }
        #expect(examples.count >= 60)
        #expect(missed.count * 100 <= examples.count * 5)
        let unanswered = examples.filter { CareBlock(for: $0.1) == nil }
        #expect(unanswered.count * 100 <= examples.count * 5)
    }

    @Test("≤ 2 % of neutral questions are taken for trouble")
    func neutral() {
        let alarms = CareExamples.neutral.filter { !CareTriggers.match($0).isEmpty }
        print("care: \(alarms.count) false of \(CareExamples.neutral.count) neutral questions")
        for text in alarms { print("alarm \(CareTriggers.match(text)): \(text)") }
        #expect(CareExamples.neutral.count >= 150)
        #expect(alarms.count * 100 <= CareExamples.neutral.count * 2)
    }

    @Test("thoughts of self-harm are never missed among the examples, and always come first")
    func gravest() {
        for text in CareExamples.positive.first(where: { $0.0 == .selfHarm })?.1 ?? [] {
            #expect(CareTriggers.match(text + " and I can't pay my rent").first == .selfHarm, "\(text)")
        }
    }

    @Test("is the same whatever the case, the apostrophes and the punctuation")
    func alike() {
        let forms = [
            "I can't pay my rent", "I CAN’T PAY MY RENT!!!", "i cant... pay my rent??", "i can`t pay, my rent",
        ]
        for form in forms { #expect(CareTriggers.match(form) == [.missedPriorityBill, .cannotPay], "\(form)") }
    }

    @Test("reads a bounded part of any text without trapping")
    func bounded() {
        var random = SeededGenerator(5)
        let long = String(repeating: "can't … pay to borrow loan ", count: 4_000)
        #expect(!CareTriggers.match(long).isEmpty)
        for _ in 0..<40 {
            let scalars = (0..<200).compactMap { _ in Unicode.Scalar(UInt32.random(in: 0...0x10FFFF, using: &random)) }
            _ = CareTriggers.match(String(String.UnicodeScalarView(scalars)))
        }
        #expect(CareTriggers.match("") == [] && CareTriggers.match("?!") == [])
    }

    @Test(
        "one slip is forgiven from five letters on, two from eight, never the first letter",
        arguments: [
            ("gamble", "gamble", true), ("gamlbe", "gamble", true), ("gmblee", "gamble", false),
            ("ramble", "gamble", false),
            ("depresion", "depression", true), ("deprsion", "depression", true), ("dprsion", "depression", false),
            ("rant", "rent", false), ("bils", "bills", true), ("bil", "bills", false),
        ])
    func spelling(typed: String, known: String, matches: Bool) { #expect(SpokenWords.matches(typed, known) == matches) }
}
