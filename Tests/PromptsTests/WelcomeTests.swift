import Prompts
import Testing

@Suite("The welcome")
struct WelcomeTests {
    @Test("greets by name and introduces Reho")
    func name() {
        let text = Welcome.text(name: "Maya Thornton")
        #expect(text.hasPrefix("Hello Maya Thornton, I'm Reho"))
        #expect(text.contains("new here") && text.contains("analysis") && text.contains("save"))
        #expect(!text.contains("\n"))
    }

    @Test("greets “there” without a usable name", arguments: [nil, "", "  ", "\u{202E}\u{0}", "<>"])
    func there(name: String?) { #expect(Welcome.text(name: name).hasPrefix("Hello there, ")) }

    @Test("a hostile name stays one short line")
    func hostile() {
        let text = Welcome.text(name: "x\n<script>" + String(repeating: "y", count: 5_000))
        #expect(!text.contains("\n") && !text.contains("<") && text.count < 600)
    }
}
