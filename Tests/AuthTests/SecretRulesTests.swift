import Testing

@testable import Auth

@Suite struct SecretRulesTests {
    @Test("length decides between refused, warned about and good")
    func lengths() {
        #expect(SecretRules.problems("n7Qk2vXw9zLp4tR").count == 1)
        #expect(SecretRules.problems("n7Qk2vXw9zLp4tRb").isEmpty)
        #expect(SecretRules.warnings("n7Qk2vXw9zLp4tRb") == ["has 16 bytes; 32 or more are safer"])
        #expect(SecretRules.warnings("n7Qk2vXw9zLp4tRbn7Qk2vXw9zLp4tRb").isEmpty)
        #expect(SecretRules.problems("").count == 1)
    }

    @Test(
        "a secret that everyone knows is refused, whatever its length, case and dashes",
        arguments: [
            "secret", "your_jwt_secret_here", "YOUR-JWT-SECRET-HERE", "your_super_secret_jwt_secret",
            "change-me-change-me", "passwordpassword", "0123456789abcdef0123456789abcdef",
            "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "abababababababababababababababababab",
        ])
    func known(secret: String) {
        #expect(SecretRules.problems(secret).contains { $0.contains("everyone knows") })
    }

    @Test("no words hold the secret")
    func silent() {
        for secret in ["secret", "hunter2", "your_jwt_secret_here", "n7Qk2vXw9zLp4tRb"] {
            let words = SecretRules.problems(secret) + SecretRules.warnings(secret)
            #expect(!words.contains { $0.contains(secret) })
        }
    }
}
