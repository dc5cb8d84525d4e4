import Prompts
import Testing

@Suite("The token estimate")
struct TokenEstimateTests {
    @Test(
        "four ASCII characters or one other character a token",
        arguments: [("", 0), ("a", 1), ("abcde", 2), ("£5", 2), ("日本語", 3), ("😀😀", 2)])
    func text(text: String, tokens: Int) { #expect(TokenEstimate.of(text) == tokens) }

    @Test("messages cost a little beside their text, and longer never costs less")
    func messages() {
        #expect(TokenEstimate.of([Prompt.Message(role: .user, content: "abcd")]) == 5)
        var last = 0
        for length in 0..<200 {
            let tokens = TokenEstimate.of(String(repeating: "é1", count: length))
            #expect(tokens >= last)
            last = tokens
        }
    }
}
