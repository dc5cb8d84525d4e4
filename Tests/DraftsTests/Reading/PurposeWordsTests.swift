import Testing

@testable import Drafts

@Suite("What a message asks for")
struct PurposeWordsTests {
    static let purposes: [(String, Wish.Purpose?)] = [
        ("I spent £5", .addExpense), ("please log £5 for tea", .addExpense), ("tea £5", .addExpense),
        ("my bonus arrived", .addIncome), ("I was paid £50", .addIncome), ("got £5 from Ann", .addIncome),
        ("add income of £50", .addIncome), ("new debt £50", .addDebt), ("I owe Ann £50", .addDebt),
        ("new loan £50", .addDebt), ("add a saving goal", .addGoal), ("save £500 for a bed", .addGoal),
        ("I'm saving £500 for a bed", .addGoal), ("budget £50 for tea", .addBudget), ("create a budget", .addBudget),
        ("set a budget of £50", .addBudget), ("set tea to £50", .set), ("my card balance is now £50", .set),
        ("raise tea by £5", .raise), ("raise tea to £5", .set), ("cut tea by £5", .lower), ("cut tea to £5", .set),
        ("put £5 into the jar", .payIn), ("I saved £5 towards a bed", .payIn), ("paid £5 off the card", .payOff),
        ("can you add £5 for tea", .addExpense), ("can I add £5", nil), ("would you log £5 for tea", .addExpense),
        ("would £5 be enough", nil), ("I never paid £5", nil), ("I don't owe £5", nil), ("I should pay £5 off", nil),
        ("tea is £5", nil), ("£5", nil), ("I have £5 left", nil), ("please", nil), ("delete tea £5", nil),
    ]

    @Test("verbs decide; questions, plans and denials ask for nothing", arguments: purposes)
    func purpose(_ message: String, _ purpose: Wish.Purpose?) {
        var words = SpokenWords(message)
        #expect(Wish.Purpose(&words) == purpose)
    }

    @Test("terse entries have two to six words")
    func terse() {
        func isEntry(_ message: String) -> Bool {
            var words = SpokenWords(message)
            return Wish.Purpose(&words) == .addExpense
        }
        #expect(isEntry("a big pot of tea £5") && !isEntry("a very big pot of tea £5") && !isEntry("tea 5"))
    }

    @Test("how often is said by every, each, per, a span behind an amount, or an adverb there or at the end")
    func frequency() {
        func often(_ message: String) -> String? {
            var words = SpokenWords(message)
            return words.takeFrequency()?.words
        }
        #expect(often("£5 a week on tea") == "every week" && often("tea every month") == "every month")
        #expect(often("£5 monthly") == "every month" && often("paid tea annually") == "every year")
        #expect(often("five quid a week") == "every week" && often("£5 per year for tea") == "every year")
        #expect(often("the weekly shop") == nil && often("£5 a week ago") == nil && often("a week of tea") == nil)
    }

    @Test("only so many words of a message are looked at")
    func bounded() {
        let words = SpokenWords(String(repeating: "tea ", count: 400))
        #expect(words.keys.count == SpokenWords.most)
        #expect(SpokenWords("“Tea”, (£5)!").keys == ["tea", "£5"] && SpokenWords(" . , ").keys.isEmpty)
    }
}
