import Curl

extension BackendAnswer {
    /// A transfer that ended without a head. Each code is `notSent` only when it can arise from nothing but the time
    /// before the first byte of the request; everything doubtful is doubt.
    ///
    /// `badRequest` is doubt too: a request that was checked is one libcurl can send, so what is left of that code is an
    /// answer without a status line, which libcurl calls an unsupported protocol.
    init(_ error: CurlError) {
        self =
            switch error.code {
            case .resolve: .notSent(.noAddress)
            case .connect: .notSent(.refused)
            case .connectTimeout: .notSent(.connectTimeout)
            case .tls: .notSent(.untrusted)
            case .busy: .notSent(.busy)
            case .firstByteTimeout, .idleTimeout, .totalTimeout: .unknown(.timeout)
            case .cut: .unknown(.brokenOff)
            case .badRequest, .badResponse, .tooLarge: .unknown(.malformed)
            case .cancelled: .unknown(.cancelled)
            case .closed: .unknown(.closed)
            case .failed: .unknown(.failed)
            }
    }

    /// A word for metrics and logs.
    var outcome: String {
        switch self {
        case .answered(let status, _): "\(min(max(status / 100, 1), 5))xx"
        case .notSent: "not_sent"
        case .unknown: "unknown"
        }
    }
}
