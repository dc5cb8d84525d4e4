import Testing

@testable import Analyses

@Suite("The words of a question")
struct AskedWordsTests {
    @Test(
        "one slip is forgiven from five letters on, two from eight, never the first letter",
        arguments: [
            ("buget", "budget", true), ("bugt", "budget", false), ("trasprt", "transport", true),
            ("tasprt", "transport", false), ("foud", "food", false), ("foods", "foody", true),
            ("oudget", "budget", false), ("budegt", "budget", true),
        ])
    func slips(typed: String, known: String, isSlip: Bool) {
        #expect(AskedWords.isSlip(typed, of: known) == isSlip)
    }

    @Test("plurals are their singulars, apostrophes are closed up, words beyond the limit are left out")
    func keys() {
        #expect(AskedWords("Groceries, bills & Sainsbury's dress").keys == ["grocery", "bill", "sainsbury", "dress"])
        #expect(AskedWords(String(repeating: "a ", count: 400)).typed.count == 60)
        #expect(AskedWords("the week before").says("week before"))
        #expect(!AskedWords("the weekend before").says("week before"))
    }
}
