import Backend
import Testing

@Suite("Where the main backend is")
struct BackendAddressTests {
    @Test(
        "an address is read, and slashes at its end are taken off",
        arguments: [
            ("https://api.example.org", "https://api.example.org"),
            ("https://api.example.org/", "https://api.example.org"),
            ("http://backend:5000/api/v1", "http://backend:5000/api/v1"),
            ("http://backend:5000/api/v1//", "http://backend:5000/api/v1"),
            ("http://127.0.0.1:1/a-b_c.d~e/v1/", "http://127.0.0.1:1/a-b_c.d~e/v1"),
            ("http://[::1]:65535/api", "http://[::1]:65535/api"), ("https://[::1]", "https://[::1]"),
        ])
    func good(text: String, read: String) throws {
        let address = try BackendAddress(text)
        #expect(address.text == read && "\(address)" == read)
        #expect(address.isEncrypted == text.hasPrefix("https"))
    }

    @Test(
        "anything else is refused by name",
        arguments: [
            ("", .scheme), ("backend:5000", .scheme), ("ftp://backend", .scheme), ("HTTPS://backend", .scheme),
            ("file:///etc/passwd", .scheme), ("http://", .host), ("http:///api", .host),
            ("http://user:word@backend", .port), ("http://user@backend", .host), ("http://back end", .host),
            ("http://backend?x=1", .host), ("http://bäckend", .host), ("http://[::1", .host), ("http://[]", .host),
            ("http://[::1]x", .port), ("http://backend:", .port), ("http://backend:0", .port),
            ("http://backend:65536", .port), ("http://backend:+1", .port), ("http://backend:80x", .port),
            ("http://backend/../x", .path), ("http://backend/./x", .path), ("http://backend/a//b", .path),
            ("http://backend/a?b", .path), ("http://backend/a#b", .path), ("http://backend/%2e%2e", .path),
            ("http://backend/a\\b", .path), ("http://backend/a\r\nX: y", .path),
        ] as [(String, BackendAddress.Fault)])
    func bad(text: String, fault: BackendAddress.Fault) {
        #expect(throws: fault) { try BackendAddress(text) }
    }

    @Test("every fault has words for the operator")
    func words() {
        #expect(Set(BackendAddress.Fault.allCases.map(\.words)).count == BackendAddress.Fault.allCases.count)
    }
}
