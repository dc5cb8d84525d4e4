/// Close codes of RFC 6455 and of our own wire contract. After some of them a client comes back, after others not; the
/// contract lists which.
public enum CloseCode {
    /// All is said.
    public static let normal: UInt16 = 1000
    /// The bytes break RFC 6455.
    public static let protocolError: UInt16 = 1002
    /// Text that is not UTF-8.
    public static let invalidText: UInt16 = 1007
    /// Not allowed, for a reason told in a frame before.
    public static let policy: UInt16 = 1008
    /// A frame or message over its limit.
    public static let tooBig: UInt16 = 1009
    /// Our own failure.
    public static let failure: UInt16 = 1011
    /// This instance stops; come back.
    public static let draining: UInt16 = 1012
    /// Too slow; come back and resume.
    public static let tooSlow: UInt16 = 4408
    /// Nothing was heard.
    public static let noHeartbeat: UInt16 = 4409
    /// Too fast; come back later.
    public static let tooFast: UInt16 = 4429

    /// Whether the other side may send this code. 1004 to 1006 and 1015 never travel; below 3000 only registered codes do.
    static func mayTravel(_ code: UInt16) -> Bool {
        switch code {
        case 1000...1003, 1007...1014, 3000...4999: true
        default: false
        }
    }
}

/// The other side broke a rule: which code tells it so, and in what words.
struct ProtocolViolation: Error, Equatable {
    var code: UInt16
    var reason: String

    static func broken(_ reason: String) -> Self { .init(code: CloseCode.protocolError, reason: reason) }
    static func tooBig(_ reason: String) -> Self { .init(code: CloseCode.tooBig, reason: reason) }
    static let invalidText = Self(code: CloseCode.invalidText, reason: "text is not UTF-8")
}
