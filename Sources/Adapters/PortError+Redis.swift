internal import Ports
internal import Redis

extension PortError {
    /// What a failure of Redis means to the work. The words are the client's own: they never hold keys or values.
    init(_ error: RedisError) {
        let code: Code =
            switch error.code {
            case .unavailable, .shutdown: .unavailable
            case .timeout: .timeout
            case .overloaded: .busy
            case .cancelled: .cancelled
            case .oversized, .unsupported, .invalidURL: .refused
            case .server(let refusal): Self.code(of: refusal)
            }
        self.init(code, error.message)
    }

    private static func code(of refusal: RedisError.Refusal) -> Code {
        switch refusal {
        case .loading, .outOfMemory, .misconfigured, .readOnly, .masterDown, .tooFewReplicas, .busy: .unavailable
        case .wrongType: .malformed
        case .authenticationRequired, .wrongPassword, .permissionDenied, .moved, .unknownScript, .other: .refused
        }
    }
}
