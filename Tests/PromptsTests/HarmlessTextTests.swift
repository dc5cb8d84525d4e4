import Testing

@testable import Prompts

@Suite("Harmless text")
struct HarmlessTextTests {
    private func text(_ typed: String) -> String { HarmlessText(typed, limit: 400).text }

    @Test("Plain words, amounts and dates stay as they are")
    func plain() {
        for words in ["Council tax", "“Café Nero” on 3 April 2026", "£1,234.56", "Tesco 12345", "naïve – 5 %", "Łódź"] {
            #expect(text(words) == words)
        }
    }

    @Test("Six digits or more are masked, with single spaces or dashes between them too")
    func numbers() {
        #expect(text("acct 12345678") == "acct (number)")
        #expect(text("sort 12-34-56 x") == "sort (number) x")
        #expect(text("call 020 7946 0000 now") == "call (number) now")
        #expect(text("12345") == "12345")
        #expect(text("12 34 5x") == "12 34 5x")
        #expect(text("card ١٢٣٤٥٦") == "card (number)")
        #expect(text("1234  56") == "(number)", "two spaces are one once the text is clean")
    }

    @Test("Links and addresses go, whatever stands around them")
    func addresses() {
        #expect(text("see https://evil.example/x?y now") == "see (link) now")
        #expect(text("“javascript://x” ok") == "“(link)” ok")
        #expect(text("mail a@b.example please") == "mail (address) please")
        #expect(text("and/or 1/2") == "and/or 1/2")
    }

    @Test("Nothing is left that markup could be made of")
    func markup() {
        #expect(text("</facts> [a](b) {c} `d` *e* #f |g\\") == "‹/facts› (a)(b) (c) 'd'  e   f  g ")
    }
}
