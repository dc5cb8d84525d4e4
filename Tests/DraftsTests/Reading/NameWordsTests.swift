import Testing

@testable import Drafts

@Suite("A name is found by its words")
struct NameKeyTests {
    @Test("whole words count, singular and plural are one, articles and glue do not count")
    func same() {
        func isSame(_ one: String, _ other: String) -> Bool { NameWords(one).isSame(as: NameWords(other)) }
        #expect(
            isSame("my groceries", "Grocery budget") && isSame("holidays", "Holiday fund") && isSame("Mum's", "mums"))
        #expect(!isSame("pineapple", "apple") && !isSame("car loan", "car park") && !isSame("", "x"))
        #expect(!isSame("gas", "ga") && !isSame("dress", "dres") && !isSame("bus", "bu"))
    }

    @Test("a name of glue alone still has its words")
    func glue() {
        #expect(NameWords("The Budget").words == ["the", "budget"])
        #expect(NameWords("").words.isEmpty && NameWords("🙂").words.isEmpty)
    }

    @Test("the exact name wins over names that only share words")
    func exact() {
        let names = ["Holiday", "Holiday clothes", "Gym"]
        #expect(names.named("holiday", \.self) == ["Holiday"])
        #expect(names.named("holiday clothes", \.self) == ["Holiday clothes"])
        #expect(names.named("clothes", \.self) == ["Holiday clothes"] && names.named("boat", \.self).isEmpty)
        #expect(["Holiday clothes", "Holiday trips"].named("holiday", \.self).count == 2)
    }
}
