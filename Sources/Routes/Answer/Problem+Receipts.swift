internal import Hummingbird
internal import Logging

// What keeps a receipt from becoming an offer.
extension Problem {
    static let noEyes = Problem(
        status: .conflict, code: "not_configured",
        detail: "No model that could read a receipt is set up here. You can type what you paid instead.")
    static let modelNotWanted = Problem(
        status: .conflict, code: "not_wanted",
        detail:
            "A receipt is read by a language model outside this service, and you chose that none is asked about you. "
            + "You can change that choice, or type what you paid instead.")
    static let noReceiptKind = Problem(
        status: .unsupportedMediaType, code: "unsupported_media_type",
        detail: "A receipt must be a JPEG, PNG or WebP picture, or a PDF.")
    static let otherKind = Problem(
        status: .unsupportedMediaType, code: "unsupported_media_type",
        detail: "The file is not of the kind it is said to be.")
    static let oneAtATime = Problem(
        status: .tooManyRequests, code: "rate_limited",
        detail: "One receipt at a time, please. Try again in a moment.", retryAfter: .seconds(5))
    static let fileRefused = Problem(
        status: .unprocessableContent, code: "file_refused",
        detail: "The model that is set up here does not take this file. You can type what you paid instead.",
        level: .warning)

    /// Why nothing can be offered for it; `code` is the doubt's own.
    static func receiptRefused(_ code: String?, _ sentence: String) -> Problem {
        Problem(status: .unprocessableContent, code: code ?? "invalid_value", detail: sentence)
    }

    static func tooLarge(_ bytes: Int) -> Problem {
        Problem(
            status: .contentTooLarge, code: "too_large", detail: "The body is larger than \(bytes) bytes.")
    }
}
