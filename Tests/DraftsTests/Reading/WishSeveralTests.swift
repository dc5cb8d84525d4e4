import Finance
import Testing

@testable import Drafts

@Suite("Several payments in one message")
struct WishSeveralTests {
    static let messages: [(String, [String])] = [
        ("spent 12.40 on lunch and 3 quid on coffee", ["Lunch, £12.40", "Coffee, £3.00"]),
        ("spent 12 on lunch and £3 on coffee", ["Lunch, £12.00", "Coffee, £3.00"]),
        ("lunch £8, coffee £3, bus £2.50", ["Lunch, £8.00", "Coffee, £3.00", "Bus, £2.50"]),
        ("spent £5 on tea plus £5 on coffee", ["Tea, £5.00", "Coffee, £5.00"]),
        ("bought 2 pies and crisps for £7.80 then 3 teas for £6", ["Pies and crisps, £7.80", "Teas, £6.00"]),
        ("got £20 from Ann and £30 from Bob", ["Ann, £20.00", "Bob, £30.00"]),
    ]

    @Test("each is an option of one question, which says that only one is taken", arguments: messages)
    func asked(_ message: String, _ labels: [String]) throws {
        let question = try #require(Rosa.question(message))
        #expect(question.asks == .amount && question.text.hasPrefix("I can take one payment at a time."))
        #expect(question.options.map(\.label) == labels)
    }

    @Test(
        "one of them is picked by its option, its place, its amount or its name",
        arguments: ["Groceries, £31.00", "2", "£31", "31.00", "the groceries"])
    func picked(_ answer: String) throws {
        let question = try #require(Rosa.question("spent £12 on lunch and £31 on groceries"))
        let draft = try #require(question.answered(answer, on: Rosa.snapshot, for: .current).draft)
        #expect(draft.text.contains(#""name":"Groceries","amount":31,"#))
        #expect(draft.text.contains(#""category":"Essential(Needs)""#))
    }

    @Test("an answer that means none or two of them asks again", arguments: ["3", "£12.50", "dunno", "£5", "0"])
    func askedAgain(_ answer: String) throws {
        let question = try #require(Rosa.question("spent £5 on lunch and £5 on groceries"))
        #expect(question.answered(answer, on: Rosa.snapshot, for: .current).question == question)
    }

    @Test("amounts that are not each a payment of their own are asked back as amounts")
    func amounts() throws {
        let either = try #require(Rosa.question("spent 20 or 25 quid on petrol yesterday"))
        #expect(either.options.map(\.label) == ["£20.00", "£25.00"] && either.wish.name == "Petrol")
        let nameless = try #require(Rosa.question("spent £20 and £5 on petrol and sweets"))
        #expect(
            nameless.options.map(\.label) == ["£20.00", "£5.00"] && nameless.text.contains("one payment at a time"))
        #expect(Rosa.question("spent £5 and £5 on petrol and sweets")?.options.isEmpty == true)
        #expect(Rosa.draft("spent £5 on tea and cake")?.text.contains(#""name":"Tea and cake","amount":5,"#) == true)
    }
}
