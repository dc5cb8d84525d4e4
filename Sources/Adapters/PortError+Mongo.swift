internal import Mongo
internal import Ports

extension PortError {
    /// What a database failure means to the work. The words are the client's own: it never passes on stored values.
    init(_ error: MongoError) {
        let code: Code =
            switch error.code {
            case .unavailable, .closed: .unavailable
            case .timeout: .timeout
            case .busy: .busy
            case .cancelled: .cancelled
            case .duplicateKey: .conflict
            case .badAddress, .notAuthorised, .refused, .tooLarge: .refused
            case .malformed: .malformed
            }
        self.init(code, error.message)
    }

    /// Runs a call of the client and speaks of its failures as the ports do.
    static func translating<T>(
        _ call: () async throws(MongoError) -> T
    ) async throws(PortError) -> T {
        do throws(MongoError) { return try await call() } catch { throw PortError(error) }
    }
}
