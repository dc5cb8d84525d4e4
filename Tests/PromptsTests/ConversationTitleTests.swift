import Prompts
import Testing

@Suite("A conversation's title")
struct ConversationTitleTests {
    @Test(
        "is the first sentence of the question, cut between words",
        arguments: [
            ("how much did I spend?", "How much did I spend?"), ("Hi. Can I afford it?", "Hi"),
            ("  what's\nleft ", "What's left"), ("", "New conversation"), ("\u{202E}", "New conversation"),
            ("???", "???"), ("£5?", "£5?"),
            (
                "can I afford a new laptop for university this month or should I wait",
                "Can I afford a new laptop for university this…"
            ),
        ])
    func titles(question: String, title: String) { #expect(ConversationTitle.make(from: question) == title) }

    @Test(
        "never exceeds its limit",
        arguments: [String(repeating: "x", count: 5_000), String(repeating: "ab ", count: 900)])
    func limit(question: String) { #expect(ConversationTitle.make(from: question).count <= ConversationTitle.limit) }
}
