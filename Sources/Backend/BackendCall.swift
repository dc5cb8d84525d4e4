import Analyses
import Curl
import Drafts

/// One call, checked and ready to be sent. Whatever cannot be sent as it is ends here, before a connection is opened.
struct BackendCall {
    let request: CurlRequest
    /// Kind and act, for instance `expenses.create`; no id of a record.
    let operation: String

    /// Longest token and longest key.
    private static let mostTokenBytes = 8 << 10
    private static let mostKeyBytes = 200

    init(
        _ request: BackendRequest, token: String, idempotencyKey: String, _ settings: BackendSettings
    ) throws(BackendAnswer.Unsent) {
        guard Self.isPath(request.path) else { throw .badPath }
        guard Self.isHeaderText(token, upTo: Self.mostTokenBytes) else { throw .badToken }
        guard Self.isHeaderText(idempotencyKey, upTo: Self.mostKeyBytes) else { throw .badKey }
        operation = Self.operation(request)
        let total = settings.totalTime
        var call = CurlRequest(
            request.method == .post ? .post : .patch, settings.address.text + request.path,
            headers: [
                CurlHeader("Authorization", "Bearer \(token)"), CurlHeader("Content-Type", "application/json"),
                CurlHeader("Accept", "application/json"), CurlHeader("Idempotency-Key", idempotencyKey),
            ],
            body: Array(request.body.text.utf8),
            deadlines: CurlDeadlines(connect: settings.connectTime, firstByte: total, idle: total, total: total))
        call.reusesConnection = false
        self.request = call
    }

    static func operation(_ request: BackendRequest) -> String {
        let first = request.path.split(separator: "/").first.map(String.init) ?? ""
        let kind = DraftKind(rawValue: first)?.rawValue ?? "other"
        return "\(kind).\(request.method == .post ? "create" : "change")"
    }

    /// Letters, digits, `-` and `_` between single slashes: no `..`, query, fragment, scheme or escape can be written.
    private static func isPath(_ path: String) -> Bool {
        let segments = path.split(separator: "/", omittingEmptySubsequences: false)
        guard segments.count > 1, segments[0].isEmpty else { return false }
        return segments.dropFirst().allSatisfy { segment in
            !segment.isEmpty
                && segment.utf8.allSatisfy { BackendAddress.isLetterOrDigit($0) || $0 == 0x2D || $0 == 0x5F }
        }
    }

    /// Visible ASCII without spaces, so that nothing can end the header or begin another.
    private static func isHeaderText(_ text: String, upTo limit: Int) -> Bool {
        !text.isEmpty && text.utf8.count <= limit && text.utf8.allSatisfy { (0x21...0x7E).contains($0) }
    }
}
