import Finance
import FoundationEssentials
import Hummingbird
import HummingbirdTesting
import NIOConcurrencyHelpers
import Ports
import TestKit
import Testing

@testable import Auth
@testable import Routes

/// Every way a token can be wrong, with a signature that is good wherever that makes it worse.
enum TokenZoo {
    static let goodHeader = #"{"alg":"HS256","typ":"JWT"}"#
    /// Ten minutes after the tests' instant.
    static let end = Int(NamedPeople.now.timeIntervalSince1970) + 600

    static func payload(_ members: String) -> String { "{\(members)}" }
    static var good: String { #""id":"\#(Stage.maya.hex)","role":"USER","exp":\#(end)"# }

    static let headers = [
        #"{"alg":"none"}"#, #"{"alg":"None"}"#, #"{"alg":"NONE"}"#, #"{"alg":"HS384"}"#, #"{"alg":"HS512"}"#,
        #"{"alg":"RS256"}"#, #"{"typ":"JWT"}"#, #"{"alg":256}"#, #"{"alg":"HS256","crit":["exp"]}"#,
        #"{"alg":"HS256","b64":false,"crit":["b64"]}"#, #"{"alg":"none","alg":"HS256"}"#, "{}", "[]", "",
    ]

    static let payloads: [(String, String)] = [
        ("no claims", ""), ("no end", #""id":"\#(Stage.maya.hex)""#),
        ("end long past", #""id":"\#(Stage.maya.hex)","exp":1"#),
        ("end as text", #""id":"\#(Stage.maya.hex)","exp":"\#(end)""#),
        ("end with a fraction", #""id":"\#(Stage.maya.hex)","exp":\#(end).5"#),
        ("end 1e20", #""id":"\#(Stage.maya.hex)","exp":1e20"#),
        ("end negative", #""id":"\#(Stage.maya.hex)","exp":-1"#),
        ("end true", #""id":"\#(Stage.maya.hex)","exp":true"#),
        ("not before tomorrow", good + #","nbf":\#(end + 86_400)"#),
        ("issued tomorrow", good + #","iat":\#(end + 86_400)"#), ("two ends", good + #","exp":\#(end)"#),
        ("two ids", good + #","id":"\#(Stage.noah.hex)""#), ("no id", #""exp":\#(end)"#),
        ("id a number", #""id":7,"exp":\#(end)"#), ("id too short", #""id":"661f0a1b2c3d4e5f6071829","exp":\#(end)"#),
        ("id an operator", #""id":{"$gt":""},"exp":\#(end)"#),
        ("role null", #""id":"\#(Stage.maya.hex)","role":null,"exp":\#(end)"#),
        ("role a number", #""id":"\#(Stage.maya.hex)","role":1,"exp":\#(end)"#),
        ("role a list", #""id":"\#(Stage.maya.hex)","role":["ADMIN"],"exp":\#(end)"#),
    ]

    /// Everything, by name.
    static func all(_ tokens: BearerTokens) throws -> [(String, String)] {
        let good = try tokens.seal(payload: payload(good))
        let parts = good.split(separator: ".").map(String.init)
        let other = try tokens.seal(payload: payload(Self.good + #","jti":"other""#)).split(separator: ".")[2]
        let shapes = [
            ("two parts", parts[0] + "." + parts[1]), ("four parts", good + ".x"),
            ("no signature", parts[0] + "." + parts[1] + "."),
            ("another's signature", "\(parts[0]).\(parts[1]).\(other)"), ("padding", good + "="), ("one word", "token"),
            ("a megabyte", String(repeating: "a", count: 1 << 20)), ("only dots", ".."),
            ("swapped", "\(parts[1]).\(parts[0]).\(parts[2])"),
        ]
        return shapes
            + (try headers.map { ("header \($0)", try tokens.seal(header: $0, payload: payload(Self.good))) })
            + (try payloads.map { ($0.0, try tokens.seal(payload: payload($0.1))) })
    }
}

@Suite struct TokenZooTests {
    private static let words: Set<String> = [
        "Invalid token", "Token has expired", "User identifier not found in token",
    ]

    @Test("every bad token is 401 with a challenge, on every route that needs one, and asks no store")
    func overHTTP() async throws {
        let stage = try await Stage()
        stage.peopleFault.withLockedValue { $0 = PortError(.refused, "the store must not be asked") }
        let zoo = try TokenZoo.all(stage.tokens)
        try await stage.run { client in
            for (name, token) in zoo {
                let answer = try await client.send(.get, "/chat/conversations", [.authorization: "Bearer \(token)"])
                #expect(answer.status == .unauthorized, "\(name)")
                #expect(answer.headers[.wwwAuthenticate]?.hasPrefix("Bearer") == true, "\(name)")
                #expect(Self.words.contains(answer.detail ?? ""), "\(name): \(answer.text)")
            }
        }
        #expect(stage.records.reads.entries.isEmpty)
        #expect(zoo.count > 40)
    }

    @Test("the verifier alone refuses each of them, and lets the good one in")
    func pure() async throws {
        let stage = try await Stage()
        for (name, token) in try TokenZoo.all(stage.tokens) {
            #expect(throws: IdentityError.self, "\(name)") { try stage.tokens.verify(token, at: stage.clock.date) }
        }
        let good = try stage.tokens.seal(payload: TokenZoo.payload(TokenZoo.good))
        #expect(try stage.tokens.verify(good, at: stage.clock.date).user == Stage.maya)
    }

    @Test("no token and another scheme are 401 with the old words")
    func absent() async throws {
        let stage = try await Stage()
        try await stage.run { client in
            for (header, words) in [
                (nil, "Not authenticated"), ("Bearer", "Not authenticated"), ("Bearer ", "Not authenticated"),
                ("Basic abc", "Invalid authentication credentials"), ("", "Invalid authentication credentials"),
            ] {
                var headers = HTTPFields()
                headers[.authorization] = header
                let answer = try await client.send(.get, "/chat/conversations", headers)
                #expect(answer.status == .unauthorized)
                #expect(answer.detail == words)
                #expect(answer.headers[.wwwAuthenticate] == #"Bearer realm="reho""#)
            }
            let token = try stage.token()
            for scheme in ["bearer", "BEARER"] {
                let answer = try await client.send(.get, "/chat/conversations", [.authorization: "\(scheme) \(token)"])
                #expect(answer.status == .ok)
            }
        }
    }

    @Test("a token in the query opens no HTTP route")
    func query() async throws {
        let stage = try await Stage()
        let token = try stage.token()
        try await stage.run { client in
            let answer = try await client.send(.get, "/chat/conversations?token=\(token)")
            #expect(answer.status == .unauthorized)
        }
    }

    @Test("a blocked, deleted or unknown person is 403, a store that is away 503 with a wait")
    func standing() async throws {
        let stage = try await Stage()
        let headers = try stage.bearer()
        try await stage.run { client in
            for change in [\Person.isBlocked, \Person.isDeleted] {
                stage.people.withLockedValue { $0[Stage.maya]?[keyPath: change] = true }
                let answer = try await client.send(.get, "/chat/conversations", headers)
                #expect(answer.status == .forbidden)
                #expect(answer.code == "account_refused")
                stage.people.withLockedValue { $0[Stage.maya]?[keyPath: change] = false }
            }
            stage.peopleFault.withLockedValue { $0 = PortError(.unavailable, "secret address") }
            let answer = try await client.send(.get, "/chat/conversations", headers)
            #expect(answer.status == .serviceUnavailable)
            #expect(answer.headers[.retryAfter] == "5")
            #expect(!answer.text.contains("secret"))
        }
    }
}
