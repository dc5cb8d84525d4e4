import Prompts
import Testing

@Suite("An answer as plain text")
struct PlainTextTests {
    @Test(
        "images, links, tags and addresses go; words stay",
        arguments: [
            ("![x](http://evil.example/?q=1)", ""), ("See [this page](https://evil.example) now", "See this page now"),
            ("<b>bold</b> and <img src=x onerror=1>", "bold and "),
            ("go to https://evil.example/?b=2267 today", "go to (link removed) today"),
            ("www.evil.example", "(link removed)"), ("![x](http://evil", ""), ("JAVASCRIPT:alert(1)", "(link removed)"),
            ("£5 < £6 and 7 > 2", "£5 < £6 and 7 > 2"), ("- one\n- two", "- one\n- two"),
            ("array[0] (see)", "array[0] (see)"),
            ("<!-- hidden -->x", "x"), ("data: your income is £5", "data: your income is £5"), ("", ""),
        ])
    func cleans(answer: String, text: String) { #expect(PlainText.clean(answer) == text) }
}
