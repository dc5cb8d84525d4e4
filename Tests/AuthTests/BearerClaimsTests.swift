import Finance
import FoundationEssentials
import Ports
import Testing

@testable import Auth

@Suite struct BearerClaimsTests {
    private static func read(
        _ payload: String, limits: BearerLimits = BearerLimits()
    ) throws(IdentityError) -> BearerClaims {
        try BearerClaims(payload: Example.bytes(payload), at: Example.now, limits: limits)
    }

    @Test("a payload of the main backend is read")
    func good() throws {
        let claims = try Self.read(Example.payload(#""email":"maya@example.com","iat":1775000000,"partnerId":"x""#))
        #expect(claims.user == Example.user)
        #expect(!claims.claimsAdmin)
        #expect(claims.expiresAt == Date(timeIntervalSince1970: 1_775_200_000))
    }

    @Test("user_id wins over id; empty or null it is not there")
    func whichID() throws {
        let other = "66200000000000000000b002"
        #expect(try Self.read(Example.payload(#""user_id":"\#(other)""#)).user.hex == other)
        #expect(try Self.read(Example.payload(#""user_id":"""#)).user == Example.user)
        #expect(try Self.read(Example.payload(#""user_id":null"#)).user == Example.user)
    }

    @Test(
        "a user id that is not 24 hex digits in a string is nobody's",
        arguments: [
            #""role":"USER""#, #""id":5"#, #""id":"66200000000000000000a00""#, #""id":{"$gt":""}"#, #""id":"""#,
            #""id":null"#, #""id":["66200000000000000000a001"]"#, #""id":"66200000000000000000a001\u0000""#,
            #""id":"66200000000000000000a001","user_id":7"#, #""id":"66200000000000000000a001","user_id":{}"#,
            #""id":"66200000000000000000a001","user_id":"nobody""#,
        ])
    func noUser(members: String) {
        #expect(throws: IdentityError.noUser) { try Self.read(#"{"exp":1775200000,\#(members)}"#) }
    }

    @Test(
        "an end is required, in whole seconds",
        arguments: [
            "", #""exp":"1775200000","#, #""exp":1775200000.5,"#, #""exp":1e20,"#, #""exp":-5,"#, #""exp":true,"#,
            #""exp":null,"#, #""exp":[],"#,
        ])
    func endRequired(member: String) {
        #expect(throws: IdentityError.invalid) { try Self.read(#"{\#(member)"id":"\#(Example.user.hex)"}"#) }
    }

    @Test("a token is good until 30 s after its end and not one longer")
    func end() throws {
        let clock = Int(Example.now.timeIntervalSince1970)
        func payload(_ end: Int) -> String { #"{"id":"\#(Example.user.hex)","exp":\#(end)}"# }
        _ = try Self.read(payload(clock - 29))
        #expect(throws: IdentityError.expired) { try Self.read(payload(clock - 30)) }
        #expect(throws: IdentityError.expired) { try Self.read(payload(0)) }
    }

    @Test("a beginning or an issue more than 30 s ahead refuses the token", arguments: ["nbf", "iat"])
    func beginning(name: String) throws {
        let clock = Int(Example.now.timeIntervalSince1970)
        _ = try Self.read(Example.payload(#""\#(name)":\#(clock + 30)"#))
        #expect(throws: IdentityError.invalid) { try Self.read(Example.payload(#""\#(name)":\#(clock + 31)"#)) }
        for bad in [#""1775000000""#, "1775000000.5", "null", "true", "1e400"] {
            #expect(throws: IdentityError.invalid) { try Self.read(Example.payload(#""\#(name)":\#(bad)"#)) }
        }
    }

    @Test("a longest lifetime refuses what lives longer, counted from the issue or else from now")
    func lifetime() throws {
        let limits = BearerLimits(maxLifetime: .seconds(200_000))
        _ = try Self.read(Example.payload(#""iat":1775000000"#), limits: limits)
        #expect(throws: IdentityError.invalid) {
            try Self.read(Example.payload(#""iat":1774999999"#), limits: limits)
        }
        _ = try Self.read(Example.payload(), limits: BearerLimits(maxLifetime: .seconds(100_000)))
        #expect(throws: IdentityError.invalid) {
            try Self.read(Example.payload(), limits: BearerLimits(maxLifetime: .seconds(99_999)))
        }
    }

    @Test("only the role ADMIN, spelled so, claims anything")
    func roles() throws {
        func payload(_ role: String) -> String {
            #"{"id":"\#(Example.user.hex)","exp":1775200000,"role":\#(role)}"#
        }
        #expect(try Self.read(payload(#""ADMIN""#)).claimsAdmin)
        for role in ["admin", "Admin", "ADMIN ", " ADMIN", #"ADMIN\u0000"#, "", "SUPERADMIN", "USER"] {
            #expect(try Self.read(payload("\"\(role)\"")).claimsAdmin == false)
        }
        for role in ["null", "1", #"["ADMIN"]"#, #"{"is":"ADMIN"}"#, "true"] {
            #expect(throws: IdentityError.invalid) { try Self.read(payload(role)) }
        }
    }
}
