import Testing

@testable import App

@Suite("DotEnv")
struct DotEnvTests {
    @Test("keys, quotes, comments and exports are read as compose and dotenv read them")
    func forms() throws {
        let text = """
            # a comment
            PLAIN=value
            export EXPORTED=yes

            SPACED =  both sides   # and a comment
            HASH=a#b
            SINGLE='kept # as $is'
            DOUBLE="line\\nbreak \\"quoted\\" \\\\"
            EMPTY=
            """
        #expect(
            try DotEnv.parse(text) == [
                "PLAIN": "value", "EXPORTED": "yes", "SPACED": "both sides", "HASH": "a#b", "SINGLE": "kept # as $is",
                "DOUBLE": "line\nbreak \"quoted\" \\", "EMPTY": "",
            ])
    }

    @Test("Windows line ends are line ends")
    func windows() throws {
        #expect(try DotEnv.parse("A=1\r\nB=2\r\n") == ["A": "1", "B": "2"])
    }

    @Test(
        "a line that is no assignment is a fault with its number",
        arguments: [("A=1\nnonsense", 2), ("A='open", 1), ("=x", 1)])
    func faults(_ text: String, _ line: Int) {
        #expect(throws: DotEnv.Fault(line: line)) { try DotEnv.parse(text) }
    }
}
