import Testing

@testable import Curl

@Suite("Requests that may be sent")
struct CurlRequestTests {
    @Test("only http and https", arguments: ["ftp://a/", "file:///etc/passwd", "a", "", "HTTP", "gopher://127.0.0.1/"])
    func schemes(url: String) {
        #expect(CurlRequest(.get, url).fault != nil)
    }

    @Test(
        "no space and no control character in the address",
        arguments: ["http://a/b c", "http://a/\r\nX: y", "http://a/\0"])
    func address(url: String) {
        #expect(CurlRequest(.get, url).fault != nil)
    }

    @Test(
        "headers cannot forge further headers",
        arguments: [
            CurlHeader("A", "b\r\nX: y"), CurlHeader("A", "b\n"), CurlHeader("A", "\0"), CurlHeader("", "b"),
            CurlHeader("A b", "c"), CurlHeader("A:", "c"), CurlHeader("Ä", "c"),
        ])
    func headers(header: CurlHeader) {
        let fault = CurlRequest(.get, "http://a/", headers: [header]).fault
        #expect(fault != nil)
        #expect(fault?.contains("b") != true || fault?.contains("X: y") == false)
    }

    @Test("an ordinary request has no fault")
    func ordinary() {
        let headers = [CurlHeader("Authorization", "Bearer x"), CurlHeader("X-Empty", "")]
        #expect(CurlRequest(.post, "https://a.example:1/b?c=d", headers: headers, body: []).fault == nil)
    }
}
