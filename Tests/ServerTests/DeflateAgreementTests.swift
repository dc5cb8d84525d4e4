import Testing

@testable import Server

@Suite("What is agreed on about compression")
struct DeflateAgreementTests {
    private let plain = "permessage-deflate; server_no_context_takeover; client_no_context_takeover"

    private func answer(_ offers: String...) -> String? { DeflateAgreement.first(of: offers)?.answer }

    @Test(
        "Offers we can keep",
        arguments: [
            "permessage-deflate", "permessage-deflate; client_max_window_bits",
            "permessage-deflate;client_max_window_bits=10", " permessage-deflate ; server_no_context_takeover",
            "permessage-deflate; client_no_context_takeover; client_max_window_bits=\"15\"",
            "x-webkit-deflate-frame, permessage-deflate",
        ])
    func kept(offer: String) {
        #expect(answer(offer) == plain)
    }

    @Test("A window for our side is kept to and named", arguments: ["9", "12", "\"15\""])
    func window(bits: String) {
        let number = bits.replacing("\"", with: "")
        #expect(
            answer("permessage-deflate; server_max_window_bits=\(bits)") == plain + "; server_max_window_bits=\(number)"
        )
        #expect(DeflateAgreement.first(of: ["permessage-deflate; server_max_window_bits=9"])?.serverWindowBits == 9)
    }

    @Test(
        "Offers with something unknown, repeated or out of range are passed over (F23)",
        arguments: [
            "permessage-deflate; unknown", "permessage-deflate; server_max_window_bits",
            "permessage-deflate; server_max_window_bits=8", "permessage-deflate; server_max_window_bits=16",
            "permessage-deflate; server_max_window_bits=010", "permessage-deflate; client_max_window_bits=7",
            "permessage-deflate; client_max_window_bits=", "permessage-deflate; server_no_context_takeover=1",
            "permessage-deflate; client_no_context_takeover; client_no_context_takeover", "permessage-bzip2", "", ",;,",
            "\"permessage-deflate", "permessage-deflate;", "PERMESSAGE-DEFLATE",
        ])
    func passedOver(offer: String) {
        #expect(answer(offer) == nil)
    }

    @Test("The first good one of many offers is taken, over several headers (F23)")
    func many() {
        let bad = Array(repeating: "permessage-deflate; server_max_window_bits=8", count: 9).joined(separator: ", ")
        #expect(
            answer(bad + ", permessage-deflate; server_max_window_bits=11") == plain + "; server_max_window_bits=11")
        #expect(answer(bad, "permessage-deflate") == plain)
        #expect(answer("permessage-deflate; a=\"x,y;z\", permessage-deflate") == plain)
    }
}
