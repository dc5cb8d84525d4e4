internal import Analyses
internal import Auth
internal import Curl
internal import Finance
internal import FoundationEssentials
internal import Inbox
internal import Ports

/// The way to the main backend's own means of reaching people.
struct WebhookPorts: Sendable {
    private let client: CurlClient
    private let url: String
    private let signature: WebhookSignature
    private let now: @Sendable () -> Date

    /// Most bytes of an answer that are read; nothing in it matters.
    private static let mostAnswer = 64 << 10

    init(_ settings: Settings.Webhook, now: @escaping @Sendable () -> Date) throws {
        client = try CurlClient()
        url = settings.url
        signature = WebhookSignature(secret: settings.secret)
        self.now = now
    }

    /// Hands a message over; anything but an answer of the 200s is a failure. Redirects are one.
    @Sendable func push(_ user: UserID, _ parcel: Postman.Parcel) async throws(PortError) {
        let body = Array(parcel.json.text.utf8)
        let proof = signature.headers(id: parcel.id, seconds: Int64(now().timeIntervalSince1970), body: body)
        let request = CurlRequest(
            .post, url,
            headers: [CurlHeader("Content-Type", "application/json")] + proof.map { CurlHeader($0.name, $0.value) },
            body: body)
        let status: Int
        do {
            status = try await client.response(to: request, upTo: Self.mostAnswer).head.status
        } catch {
            throw PortError(.unavailable, "the webhook cannot be reached")
        }
        guard (200..<300).contains(status) else { throw PortError(.refused, "the webhook answered \(status)") }
    }

    func close() async { await client.shutdown() }
}
