import Testing

@testable import Routes

@Suite("A line around a word that was looked for")
struct SearchSnippetTests {
    @Test("a short message is shown whole, on one line")
    func short() {
        #expect(SearchSnippet(of: "Rent\n\n and  food", around: ["food"]).text == "Rent and food")
        #expect(SearchSnippet(of: "", around: ["x"]).text == "")
    }

    @Test("of a long one the part around the first word, with what is left out marked")
    func long() {
        let text = String(repeating: "a ", count: 200) + "RENT " + String(repeating: "b ", count: 200)
        let snippet = SearchSnippet(of: text, around: ["b", "rent"]).text
        #expect(snippet.contains("RENT") && snippet.hasPrefix("…") && snippet.hasSuffix("…"))
        #expect(snippet.count == SearchSnippet.length.all + 2)
        let end = SearchSnippet(of: String(repeating: "a ", count: 200) + "rent", around: ["rent"]).text
        #expect(end.hasPrefix("…") && end.hasSuffix("rent"))
        let start = SearchSnippet(of: "rent " + String(repeating: "a ", count: 200), around: ["rent"]).text
        #expect(start.hasPrefix("rent") && start.hasSuffix("…"))
    }

    @Test("letters that grow when made small trap nothing")
    func growing() {
        let text = String(repeating: "İ", count: 300) + "rent"
        #expect(!SearchSnippet(of: text, around: ["rent"]).text.isEmpty)
    }
}
