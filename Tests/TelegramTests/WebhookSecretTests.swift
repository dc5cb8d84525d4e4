import Foundation
import Testing

@testable import Telegram

@Suite("The webhook's secret")
struct WebhookSecretTests {
    private let secret = "abcDEF012_-xyzXYZ"

    @Test("the header must be the secret and nothing else")
    func matches() throws {
        let kept = try WebhookSecret(secret)
        #expect(kept.matches(secret))
        let wrong: [String?] = [
            nil, "", String(secret.dropLast()), String(secret.dropFirst()), secret + "a", secret.lowercased(),
            secret + " ", " " + secret, secret + "\0", secret.replacingOccurrences(of: "x", with: "y"),
            String(repeating: secret, count: 1_000),
        ]
        for header in wrong { #expect(!kept.matches(header)) }
    }

    @Test("each single character counts")
    func everyCharacter() throws {
        let kept = try WebhookSecret(secret)
        for place in secret.indices {
            var other = secret
            other.replaceSubrange(place...place, with: secret[place] == "q" ? "r" : "q")
            #expect(!kept.matches(other))
        }
    }

    @Test("it has 16 to 256 characters of those Telegram takes")
    func rules() throws {
        #expect(WebhookSecret.headerName == "X-Telegram-Bot-Api-Secret-Token")
        for count in [16, 256] {
            #expect(
                try WebhookSecret(String(repeating: "a", count: count)).matches(String(repeating: "a", count: count)))
        }
        #expect(throws: WebhookSecret.Fault.tooShort) { try WebhookSecret(String(repeating: "a", count: 15)) }
        #expect(throws: WebhookSecret.Fault.tooLong) { try WebhookSecret(String(repeating: "a", count: 257)) }
        for character in ["é", " ", ".", "/", ":", "@", "[", "`", "{", "\n", "+", "="] {
            #expect(throws: WebhookSecret.Fault.character) { try WebhookSecret(secret + character) }
        }
    }

    @Test("no print or dump shows it")
    func hidden() throws {
        let kept = try WebhookSecret(secret)
        var told = "\(kept) \(String(reflecting: kept))"
        dump([kept], to: &told)
        #expect(!told.contains("abcDEF") && told.contains("a webhook secret"))
        #expect(WebhookSecret.Fault.allCases.allSatisfy { !$0.words.isEmpty })
    }
}
