/// Why a socket is closed. The number tells a client whether to come back; the reason has gone out as a frame before.
enum CloseCode: UInt16, Sendable, CaseIterable {
    /// Something here failed; come back with a growing wait.
    case internalError = 1011
    /// This instance is going away; come back when the hint said.
    case draining = 1012
    /// No room now; come back.
    case overloaded = 1013
    /// The token ran out; come back with a new one.
    case expired = 4401
    /// Hostile pace.
    case tooFast = 4429
    /// A legacy socket whose identity failed; do not come back.
    case refusedLegacy = 1008
    /// The token is no good; do not come back with it.
    case invalidToken = 4501
    /// The account is blocked or deleted.
    case blocked = 4503
    /// Too many sockets of one person.
    case tooManySockets = 4504
    /// What is held of the person was removed; coming back begins anew.
    case forgotten = 4505

    /// The close frame's reason, well under its 123 bytes.
    var reason: String {
        switch self {
        case .internalError: "internal error"
        case .draining: "restarting"
        case .overloaded: "overloaded"
        case .expired: "token expired"
        case .tooFast: "too many frames"
        case .refusedLegacy: "authentication failed"
        case .invalidToken: "invalid token"
        case .blocked: "account not active"
        case .tooManySockets: "too many sockets"
        case .forgotten: "data removed"
        }
    }
}
