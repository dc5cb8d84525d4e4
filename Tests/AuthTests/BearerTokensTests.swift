import Finance
import FoundationEssentials
import Ports
import Testing

@testable import Auth

@Suite struct BearerTokensTests {
    /// Made with another library, from the claims of a token the main backend issues.
    private static let foreign =
        "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpZCI6IjY2MjAwMDAwMDAwMDAwMDAwMDAwYTAwMSIsInJvbGUiOiJVU0VSIiwiZW1ha"
        + "WwiOiJ1MUBleGFtcGxlLmNvbSIsImlhdCI6MTc3NTAwMDAwMCwiZXhwIjoxNzc1NjA0ODAwfQ."

    @Test("a token made elsewhere is good, under a long secret and under a short one")
    func foreignTokens() async throws {
        let long = try await Example.tokens()
        let claims = try long.verify(Self.foreign + "OL0XrUXjRxXI2JMzHpjyMTthiDDA_6xarLgcDLoYZGE", at: Example.now)
        #expect(claims.user == Example.user)
        #expect(claims.expiresAt == Date(timeIntervalSince1970: 1_775_604_800))
        let short = try await BearerTokens(secret: "short-sixteen-by")
        #expect(
            try short.verify(Self.foreign + "M--1c3MoyfnZrS_v4wBAtFK4OBfdnQPoi0y41jFa6tE", at: Example.now) == claims)
    }

    @Test("another secret's, another token's, a shortened and an empty signature are refused")
    func signatures() async throws {
        let tokens = try await Example.tokens()
        let good = try tokens.seal(payload: Example.payload())
        _ = try tokens.verify(good, at: Example.now)
        let body = good.prefix { $0 != "." } + "." + good.split(separator: ".")[1] + "."
        let others = [
            try await BearerTokens(secret: "another-secret-of-some-length-22").seal(payload: Example.payload()),
            Self.foreign + (good.split(separator: ".").last ?? ""), String(body), String(good.dropLast(4)),
            body + String(repeating: "A", count: 43),
        ]
        for other in others {
            #expect(throws: IdentityError.invalid) { try tokens.verify(other, at: Example.now) }
        }
        #expect(throws: IdentityError.missing) { try tokens.verify("", at: Example.now) }
    }

    @Test("the header is checked even when the signature is good")
    func header() async throws {
        let tokens = try await Example.tokens()
        for header in [#"{"alg":"none"}"#, #"{"alg":"HS512"}"#, #"{"alg":"HS256","crit":["x"]}"#] {
            let token = try tokens.seal(header: header, payload: Example.payload())
            #expect(throws: IdentityError.invalid) { try tokens.verify(token, at: Example.now) }
        }
    }

    @Test("after a change of secret both are good until the old one's end, then the old one is refused")
    func rotation() async throws {
        let end = Example.now.addingTimeInterval(60)
        let tokens = try await BearerTokens(
            secret: "the-new-secret-of-some-length-222",
            previous: .init(secret: Example.secret, validUntil: end))
        let old = try await Example.tokens().seal(payload: Example.payload())
        let fresh = try tokens.seal(payload: Example.payload())
        #expect(try tokens.verify(old, at: Example.now).user == Example.user)
        #expect(try tokens.verify(fresh, at: Example.now).user == Example.user)
        #expect(throws: IdentityError.invalid) { try tokens.verify(old, at: end) }
        #expect(try tokens.verify(fresh, at: end).user == Example.user)
    }

    @Test("a minted token is good for as long as asked, with the role asked")
    func minted() async throws {
        let tokens = try await Example.tokens()
        let token = try tokens.mint(user: Example.user, role: .admin, at: Example.now, lifetime: .seconds(3_600))
        let claims = try tokens.verify(token, at: Example.now)
        #expect(claims.claimsAdmin)
        #expect(claims.user == Example.user)
        #expect(claims.expiresAt == Example.now.addingTimeInterval(3_600))
        #expect(throws: IdentityError.expired) {
            try tokens.verify(token, at: Example.now.addingTimeInterval(3_631))
        }
    }
}
