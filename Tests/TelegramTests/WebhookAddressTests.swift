import Testing

@testable import Telegram

@Suite("Where Telegram calls")
struct WebhookAddressTests {
    @Test(
        "https, a host, perhaps one of four ports and a path",
        arguments: [
            ("https://a.org", "https://a.org"), ("https://a.org///", "https://a.org"),
            ("https://a.org:443/x/", "https://a.org:443/x"), ("https://a.org:80", "https://a.org:80"),
            ("https://a-b.org:88/x_y/~z", "https://a-b.org:88/x_y/~z"), ("https://a.org:8443", "https://a.org:8443"),
        ])
    func good(text: String, kept: String) throws { #expect(try WebhookAddress(text).text == kept) }

    @Test(
        "all else has a fault",
        arguments: [
            ("http://a.org", WebhookAddress.Fault.scheme), ("a.org", .scheme), ("", .scheme), ("https://", .host),
            ("https:///x", .host), ("https://user@a.org", .host), ("https://a b.org", .host), ("https://ä.org", .host),
            ("https://a.org:8080", .port), ("https://a.org:", .port), ("https://a.org:443:443", .port),
            ("https://a.org:0443", .port), ("https://a.org/x?y=1", .path), ("https://a.org/x#y", .path),
            ("https://a.org/x y", .path), ("https://a.org/%2e", .path), ("https://a.org/\r\nx", .path),
        ])
    func bad(text: String, fault: WebhookAddress.Fault) {
        #expect(throws: fault) { try WebhookAddress(text) }
        #expect(fault.words.hasPrefix("the public address"))
    }
}
