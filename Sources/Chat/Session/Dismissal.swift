import Ports

/// Why a socket has to go: the frame that says it in words, and the close code that says it in a number.
struct Dismissal: Sendable, Equatable {
    /// Sent first.
    var frame: ServerFrame
    /// Then this.
    var close: CloseCode

    /// A failed identity, in the texts of contract 5.2.
    init(_ error: IdentityError, _ dialect: Dialect) {
        switch error {
        case .missing: self.init("Token not provided", .unauthenticated, dialect.refusing(.invalidToken))
        case .invalid: self.init("Invalid token", .unauthenticated, dialect.refusing(.invalidToken))
        case .expired: self.init("Token has expired", .unauthenticated, dialect.refusing(.expired))
        case .noUser: self.init("User ID not found in token", .unauthenticated, dialect.refusing(.invalidToken))
        case .refused, .forbidden: self.init("Account is not active", .forbidden, dialect.refusing(.blocked))
        case .unavailable:
            self.init(ChatError(.temporarilyUnavailable), .internalError)
        }
    }

    /// A reason of identity, or of pace, with its code.
    init(_ reason: String, _ code: ErrorCode, _ close: CloseCode) {
        switch code {
        case .unauthenticated, .forbidden: frame = .identityFailure("Authentication failed: \(reason)", code)
        default: frame = .error(ChatError(code))
        }
        self.close = close
    }

    /// An error that leaves nothing to do but close.
    init(_ error: ChatError, _ close: CloseCode) {
        frame = .error(error)
        self.close = close
    }
}

extension Dialect {
    /// Legacy clients know one code for every failed identity.
    fileprivate func refusing(_ code: CloseCode) -> CloseCode { self == .legacy ? .refusedLegacy : code }
}
