/// HTTP by libcurl: all transfers of a client on one thread of its own, bodies streamed at the reader's pace.
public final class CurlClient: Sendable {
    /// What it was made with.
    public let settings: CurlSettings
    private let loop: CurlLoop

    /// A client with its thread running; throws when libcurl cannot start.
    public init(_ settings: CurlSettings = CurlSettings()) throws(CurlError) {
        precondition(settings.maxTransfers > 0 && settings.maxBufferedBytes > 0, "limits of zero let nothing through")
        guard let multi = MultiHandle(settings) else { throw CurlError(.failed, "libcurl cannot start") }
        self.settings = settings
        loop = CurlLoop(settings, multi)
        loop.start()
    }

    deinit { loop.askToStop() }

    /// Transfers that run now.
    public var transfers: Int { loop.transfers }

    /// Sends a request and hands the response to `use` once its head is here.
    ///
    /// Any status is a response; only a response that does not come or breaks off is an error, and a `CurlError`.
    /// Cancelling the task closes the connection at once. Returning from `use` before the end of the body leaves it a
    /// moment to end, then closes the connection too; throwing closes at once.
    public func withResponse<Result>(
        to request: CurlRequest, _ use: (CurlResponse) async throws -> Result
    ) async throws -> Result {
        let exchange = try loop.begin(request)
        return try await withTaskCancellationHandler {
            do {
                let head = try await exchange.head()
                let result = try await use(CurlResponse(head: head, body: CurlBody(exchange: exchange)))
                exchange.leave(drains: true)
                return result
            } catch {
                exchange.leave(drains: false)
                throw error
            }
        } onCancel: {
            exchange.leave(drains: false)
        }
    }

    /// A whole response with a body of at most `limit` bytes.
    public func response(to request: CurlRequest, upTo limit: Int) async throws -> (head: CurlHead, body: [UInt8]) {
        try await withResponse(to: request) { response in
            (response.head, try await response.body.collect(upTo: limit))
        }
    }

    /// Ends every transfer with `closed` and returns when the thread is done. Later requests fail with `closed`.
    public func shutdown() async { await loop.stop() }
}
