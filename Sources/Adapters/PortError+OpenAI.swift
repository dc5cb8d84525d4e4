internal import OpenAI
internal import Ports

extension PortError {
    /// The one place where a provider's failure becomes ours. The provider's own words stay behind.
    init(_ error: OpenAIError) {
        self.init(PortError.code(of: error.code), "openai: \(error.description)", retryAfter: error.retryAfter)
    }

    private static func code(of code: OpenAIError.Code) -> Code {
        switch code {
        case .unauthorised, .forbidden, .notFound, .badRequest, .contextTooLong: .refused
        case .rateLimited, .quota: .limited
        case .conflict, .serverTimeout, .serverFailed, .overloaded, .unreachable, .brokenOff, .empty, .closed:
            .unavailable
        case .connectTimeout, .firstByteTimeout, .stalled, .overTime: .timeout
        case .malformed: .malformed
        case .busy: .busy
        case .cancelled: .cancelled
        }
    }
}
