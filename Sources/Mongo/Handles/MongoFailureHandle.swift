internal import CMongo

/// What the C library says when no answer of the server is at hand. Its text is only searched for a few known phrases,
/// never shown.
struct MongoFailureHandle {
    private var error: bson_error_t
    /// How long the failed call took: the library tells a broken connection and a silent one apart in no other way.
    private let elapsed: Duration
    private let patience: Duration

    init(_ error: bson_error_t, elapsed: Duration, patience: Duration) {
        self.error = error
        self.elapsed = elapsed
        self.patience = patience
    }

    /// The failure in our words.
    var asError: MongoError {
        let cause = MongoError.Cause.library(domain: Int(error.domain), number: Int(error.code))
        switch error.domain {
        case MONGOC_ERROR_SERVER.rawValue, MONGOC_ERROR_WRITE_CONCERN.rawValue:
            return MongoReply.error(["code": .int32(Int32(bitPattern: error.code))])
        case MONGOC_ERROR_SERVER_SELECTION.rawValue:
            return isAuthentication ? authentication(cause) : MongoError(.unavailable, selection, cause)
        case MONGOC_ERROR_STREAM.rawValue where elapsed >= patience * 0.9:
            return MongoError(.timeout, "no answer within \(patience)", cause)
        case MONGOC_ERROR_STREAM.rawValue:
            return MongoError(.unavailable, "the connection broke", cause)
        case MONGOC_ERROR_CLIENT.rawValue, MONGOC_ERROR_SASL.rawValue, MONGOC_ERROR_SCRAM.rawValue:
            return isAuthentication ? authentication(cause) : MongoError(.unavailable, "no usable connection", cause)
        default:
            return MongoError(.refused, "the client library refused the call", cause)
        }
    }

    private var selection: String {
        let reasons = [
            ("connection refused", "the server refuses connections"), ("connection timeout", "the server is silent"),
            ("Failed to resolve", "its host name is unknown"), ("TLS", "encryption could not be agreed"),
            ("wire version", "its version is not supported"),
        ]
        let text = text
        return reasons.first { text.contains($0.0) }?.1 ?? "no server to be found"
    }

    private var isAuthentication: Bool {
        error.code == MONGOC_ERROR_CLIENT_AUTHENTICATE.rawValue || text.lowercased().contains("authentication failed")
    }

    private func authentication(_ cause: MongoError.Cause) -> MongoError {
        MongoError(.notAuthorised, "the server does not accept the credentials", cause)
    }

    private var text: String {
        withUnsafeBytes(of: error.message) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
    }
}
