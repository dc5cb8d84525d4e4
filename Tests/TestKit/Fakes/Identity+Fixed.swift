public import Finance
public import FoundationEssentials
import NIOConcurrencyHelpers
public import Ports

/// Who is let in, by token; a test may change its mind at any time.
public final class Doorman: Sendable {
    private struct State {
        var callers: [String: Result<Caller, IdentityError>] = [:]
        var refused: [UserID: IdentityError] = [:]
        var rechecks = 0
    }

    private let state = NIOLockedValueBox(State())

    /// Knows nobody: every token is invalid.
    public init() {}

    /// The token proves this person, until far beyond any test unless told otherwise.
    @discardableResult
    public func knows(
        _ token: String, as user: UserID, name: String = "Maya", until end: Date = .distantFuture
    ) -> Caller {
        let caller = Caller(user: user, name: name, isAdmin: false, expiresAt: end)
        state.withLockedValue { $0.callers[token] = .success(caller) }
        return caller
    }

    /// The token proves nothing, for this reason.
    public func rejects(_ token: String, _ error: IdentityError) {
        state.withLockedValue { $0.callers[token] = .failure(error) }
    }

    /// From now on this person may no longer come in.
    public func bars(_ user: UserID, _ error: IdentityError = .refused) {
        state.withLockedValue { $0.refused[user] = error }
    }

    /// How often somebody was looked up again.
    public var rechecks: Int { state.withLockedValue { $0.rechecks } }

    /// The port over it.
    public var port: Identity {
        Identity(
            verify: { credential throws(IdentityError) in
                guard case .bearer(let token) = credential else { throw .invalid }
                guard let result = self.state.withLockedValue({ $0.callers[token] }) else { throw .invalid }
                return try result.get()
            },
            recheck: { caller throws(IdentityError) in
                let error = self.state.withLockedValue { state in
                    state.rechecks += 1
                    return state.refused[caller.user]
                }
                if let error { throw error }
            },
            issueTicket: { caller throws(IdentityError) in "ticket-\(caller.user)" })
    }
}

extension Identity {
    /// Lets everybody in as this person.
    public static func fixed(_ caller: Caller) -> Identity {
        Identity(
            verify: { _ throws(IdentityError) in caller }, recheck: { _ throws(IdentityError) in },
            issueTicket: { _ throws(IdentityError) in "ticket" })
    }
}
