import Testing

@testable import Curl

@Suite("Header lines to a head")
struct HeadReadingTests {
    private func head(_ lines: String...) -> CurlHead? {
        var reading = HeadReading()
        return lines.compactMap { reading.add($0) }.last
    }

    @Test("names keep their spelling, values lose the spaces around them, colons in values stay")
    func fields() {
        let head = head("HTTP/1.1 200 OK\r\n", "X-Time: \t12:30 \r\n", "Empty:\r\n", "\r\n")
        #expect(head?.headers == [CurlHeader("X-Time", "12:30"), CurlHeader("Empty", "")])
        #expect(head?.header("x-TIME") == "12:30")
        #expect(head?.header("absent") == nil)
    }

    @Test("line ends may be bare, lines without a colon are passed over")
    func oddLines() {
        #expect(head("HTTP/1.0 429 Slow down\n", "nonsense\n", "A: b\n", "\n")?.headers == [CurlHeader("A", "b")])
    }

    @Test("HTTP/2 status lines have no reason", arguments: [("HTTP/2 503", 503), ("HTTP/2 503 ", 503)])
    func http2(line: String, status: Int) {
        #expect(head(line + "\r\n", "\r\n")?.status == status)
    }

    @Test("a status that is no number gives no head", arguments: ["HTTP/1.1", "HTTP/1.1 abc", "HTTP/1.1 100"])
    func noStatus(line: String) {
        #expect(head(line + "\r\n", "\r\n") == nil)
    }
}
