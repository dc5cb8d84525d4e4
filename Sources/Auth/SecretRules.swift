/// What a signing secret must be like: long enough that nobody finds it by trying, and not one that everyone knows.
public enum SecretRules {
    /// Shorter than this is refused.
    public static let least = 16
    /// Shorter than this is warned about (RFC 7518 §3.2 asks for as many bytes as the hash has).
    public static let wanted = 32

    /// Everything for which a start is refused, in words to follow the variable's name; empty when there is nothing.
    /// The words never hold the secret.
    public static func problems(_ secret: String) -> [String] {
        var found: [String] = []
        if secret.utf8.count < least {
            found.append("has \(secret.utf8.count) bytes; expected at least \(least), better \(wanted) or more")
        }
        if isKnown(secret) { found.append("is a value from examples that everyone knows; expected a random one") }
        return found
    }

    /// What to tell the operator about a secret that is accepted.
    public static func warnings(_ secret: String) -> [String] {
        guard (least..<wanted).contains(secret.utf8.count) else { return [] }
        return ["has \(secret.utf8.count) bytes; \(wanted) or more are safer"]
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
