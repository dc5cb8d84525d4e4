import Testing

@testable import Routes

@Suite struct PercentTextTests {
    @Test(
        "escapes are read as bytes of UTF-8, everything else as it stands",
        arguments: [
            ("plain", "plain"), ("a%20b", "a b"), ("%2F%3f", "/?"), ("%C3%A9é", "éé"), ("a+b", "a+b"), ("", ""),
        ])
    func decoded(text: String, meant: String) {
        #expect(PercentText.decoded(text) == meant)
    }

    @Test(
        "a broken escape and bytes that are no text are nothing", arguments: ["%", "%2", "%zz", "%ff", "%C3", "a%é0"])
    func broken(text: String) {
        #expect(PercentText.decoded(text) == nil)
    }
}
