import Foundation
import TestKit
import Testing

@testable import Telegram

@Suite("A code that waits to be typed")
struct LinkOfferTests {
    let code = LinkCodeTests.code(1)
    let now = NamedPeople.now

    @Test("it links once")
    func once() {
        var offer = LinkOffer(code, salt: "s", at: now)
        #expect(offer.redeem(code, salt: "s", at: now) == .linked)
        #expect(offer.redeem(code, salt: "s", at: now) == .used && offer.isUsed)
    }

    @Test("it lives ten minutes and not a moment longer")
    func expiry() {
        #expect(LinkOffer.lifetime == .seconds(600))
        var offer = LinkOffer(code, salt: "s", at: now)
        #expect(offer.redeem(code, salt: "s", at: now.addingTimeInterval(600)) == .expired)
        #expect(!offer.isUsed)
        #expect(offer.redeem(code, salt: "s", at: now.addingTimeInterval(599.9)) == .linked)
    }

    @Test("another code or another salt is wrong, uses nothing up and tells nothing else")
    func wrong() {
        var offer = LinkOffer(code, salt: "s", at: now)
        #expect(offer.redeem(LinkCodeTests.code(2), salt: "s", at: now) == .wrong)
        #expect(offer.redeem(code, salt: "t", at: now) == .wrong)
        #expect(offer.redeem(code, salt: "s", at: now) == .linked)
        #expect(offer.redeem(LinkCodeTests.code(2), salt: "s", at: now.addingTimeInterval(900)) == .wrong)
    }

    @Test("as stored it does not hold the code, and comes back as it was, used or not")
    func stored() throws {
        var offer = LinkOffer(code, salt: "s", at: now)
        for _ in 0..<2 {
            let bytes = try JSONEncoder().encode(offer)
            #expect(!String(decoding: bytes, as: UTF8.self).uppercased().contains(code.text))
            #expect(try JSONDecoder().decode(LinkOffer.self, from: bytes) == offer)
            _ = offer.redeem(code, salt: "s", at: now)
        }
    }
}
