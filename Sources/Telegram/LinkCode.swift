internal import Crypto

/// The code a person gets in the app and types into the Telegram chat, which then is theirs.
///
/// 1. Eight characters out of 31 that cannot be taken for each other: no 0, O, 1, I, L. That is 31⁸, or 39.6 bits; with
///    `LinkAttempts` and ten minutes to live nobody finds one by trying.
/// 2. Stored under `storedName` only. It is keyed with a salt of the deployment, because 39 bits under a bare hash could
///    be tried out by whoever reads the store.
/// 3. Used once: see `LinkOffer`.
public struct LinkCode: Sendable, Hashable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Characters of a code.
    public static let length = 8
    /// Random bytes one is made of: more than the code can hold, so that each character is as likely as another.
    public static let randomBytes = 16
    /// What a code may hold.
    public static let alphabet = Array("23456789ABCDEFGHJKMNPQRSTUVWXYZ")

    /// The eight characters, for the person who asked for them and nobody else.
    public let text: String

    /// A code out of `randomBytes` random bytes; the same bytes make the same code.
    public init(random bytes: [UInt8]) {
        precondition(bytes.count >= Self.randomBytes, "a code needs \(Self.randomBytes) random bytes")
        let count = UInt64(Self.alphabet.count)
        // Two bytes a character: the most likely is likelier than the least by one in two thousand.
        text = String(
            (0..<Self.length).map { place in
                let drawn = UInt64(bytes[2 * place]) << 8 | UInt64(bytes[2 * place + 1])
                return Self.alphabet[Int(drawn % count)]
            })
    }

    /// What a person typed: case, spaces, hyphens and the like between the characters do not matter. Nil for what cannot
    /// be a code.
    public init?(typed: String) {
        guard typed.utf8.count <= Self.mostTyped else { return nil }
        let bare = typed.filter { !$0.isWhitespace && !Self.separators.contains($0) }
        // Before the change of case, which makes two letters of some.
        guard bare.count == Self.length, bare.utf8.count == Self.length else { return nil }
        let plain = bare.uppercased()
        guard plain.allSatisfy(Self.alphabet.contains) else { return nil }
        text = plain
    }

    /// As shown: four and four.
    public var shown: String { "\(text.prefix(4))-\(text.suffix(4))" }

    /// 64 hex digits to store it under. `salt` belongs to the deployment and is not in the store.
    public func storedName(salt: String) -> String {
        HMAC<SHA256>.authenticationCode(for: Array(text.utf8), using: SymmetricKey(data: Array(salt.utf8)))
            .map { byte in
                let digits = String(byte, radix: 16)
                return digits.utf8.count == 1 ? "0" + digits : digits
            }
            .joined()
    }

    private static let mostTyped = 64
    /// Hyphens as keyboards and word processors make them, and dots.
    private static let separators: Set<Character> = ["-", "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "_", "."]

    /// Says only that there is one.
    public var description: String { "a link code" }
    /// The same.
    public var debugDescription: String { description }
    /// Nothing to look into.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
