/// What a signing secret must be like: long enough that nobody finds it by trying, and not one that everyone knows.
public enum SecretRules {
    /// Shorter than this is refused.
    public static let least = 16
    /// Shorter than this is warned about (RFC 7518 §3.2 asks for as many bytes as the hash has).
    public static let wanted = 32

    /// One thing wrong with a secret. Never holds the secret.
    public struct Problem: Sendable, Hashable {
        /// Whether the service must not start.
        public var isFatal: Bool
        /// What is wrong and what is expected, to follow the variable's name.
        public var text: String

        /// A problem with its weight and words.
        public init(isFatal: Bool, text: String) {
            self.isFatal = isFatal
            self.text = text
        }
    }

    /// Everything wrong with this secret; empty when nothing is.
    public static func problems(_ secret: String) -> [Problem] {
        var found: [Problem] = []
        let length = secret.utf8.count
        if length < least {
            found.append(
                Problem(isFatal: true, text: "has \(length) bytes; expected at least \(least), better \(wanted) or more"))
        } else if length < wanted {
            found.append(Problem(isFatal: false, text: "has \(length) bytes; \(wanted) or more are safer"))
        }
        if isKnown(secret) {
            found.append(
                Problem(isFatal: true, text: "is a value from examples that everyone knows; expected a random one"))
        }
        return found
    }

    private static func isKnown(_ secret: String) -> Bool {
        let plain = secret.lowercased().filter { $0.isLetter || $0.isNumber }
        if known.contains(plain) { return true }
        return !secret.isEmpty && Set(secret).count <= 2
    }

    /// Without case, dashes and underscores.
    private static let known: Set<String> = [
        "secret", "jwtsecret", "yourjwtsecret", "yourjwtsecrethere", "yoursecret", "yoursecretkey", "yoursecretkeyhere",
        "yoursupersecretjwtsecret", "yoursupersecretkey", "supersecret", "supersecretkey", "supersecretjwtkey",
        "mysecretkey", "mysupersecretkey", "changeme", "changemechangeme", "changethis", "changethissecret",
        "changethissecretkey", "pleasechangeme", "password", "passwordpassword", "development", "developmentsecret",
        "devsecret", "testsecret", "examplesecret", "defaultsecret", "secretsecret", "secretsecretsecret",
        "replaceme", "replacewithyoursecret", "replacewithasecret", "keyboardcat", "shhhhhared", "shhhhhhared",
        "0123456789abcdef", "0123456789abcdef0123456789abcdef", "1234567890123456", "12345678901234567890123456789012",
        "abcdefghijklmnop", "abcdefghijklmnopqrstuvwxyz",
    ]
}
