internal import Curl

/// Whether the server of these settings answers on its port: the container's health check, since the image has no other
/// HTTP client.
public enum LiveCheck {
    /// Asks `/health/live`; throws with the reason when it does not say 200 within two seconds.
    public static func run(_ settings: Settings) async throws {
        let host = settings.host == "0.0.0.0" ? "127.0.0.1" : settings.host
        let time = Duration.seconds(2)
        let request = CurlRequest(
            .get, "http://\(host):\(settings.port)/health/live",
            deadlines: CurlDeadlines(connect: time, firstByte: time, idle: time, total: time))
        let curl = try CurlClient()
        let answer = try await curl.response(to: request, upTo: 4_096)
        await curl.shutdown()
        guard answer.head.status == 200 else { throw Unhealthy(status: answer.head.status) }
    }

    /// The server answered, but not well.
    public struct Unhealthy: Error, CustomStringConvertible {
        /// Its HTTP status.
        public var status: Int
        /// Plain words.
        public var description: String { "the server answered \(status)" }
    }
}
