internal import NIOConcurrencyHelpers
internal import NIOCore

/// An HTTP/1.1 client that sends whatever bytes a test writes and reads whole responses, one after another, off one
/// connection.
///
/// ```swift
/// let http = try await RawHTTP.connect(port: port)
/// http.send("GET /health HTTP/1.1\r\nHost: x\r\n\r\n")
/// let response = try await http.response()
/// ```
public final class RawHTTP: Sendable {
    /// The bytes below.
    public let connection: RawConnection
    private let responses: Inbox<RawResponse>

    private init(connection: RawConnection, responses: Inbox<RawResponse>) {
        self.connection = connection
        self.responses = responses
    }

    /// Opens a connection and sends nothing.
    public static func connect(port: Int) async throws -> RawHTTP {
        let responses = Inbox<RawResponse>()
        let reader = NIOLockedValueBox(ResponseReader())
        let connection = try await RawConnection.connect(port: port) { bytes in
            reader.withLockedValue { reader in
                reader.buffer.writeImmutableBuffer(bytes)
                do {
                    while let response = try reader.next() { responses.push(response) }
                } catch {
                    responses.finish(error as? WireError ?? .malformed("\(error)"))
                }
            }
        } ended: {
            if let last = reader.withLockedValue({ $0.finish() }) { responses.push(last) }
            responses.finish()
        }
        return RawHTTP(connection: connection, responses: responses)
    }

    /// One request on a connection of its own.
    public static func request(
        _ method: String = "GET", _ path: String, port: Int, headers: [(String, String)] = [], body: String = ""
    ) async throws -> RawResponse {
        let http = try await connect(port: port)
        http.send(request: method, path, headers: headers + [("Connection", "close")], body: body)
        let response = try await http.response()
        await http.close()
        return response
    }

    /// Sends text as it is.
    public func send(_ text: String) { connection.write(text.utf8) }

    /// Sends bytes as they are.
    public func send(_ bytes: [UInt8]) { connection.write(bytes) }

    /// Sends a well-formed request; `Host` and `Content-Length` are added.
    public func send(request method: String, _ path: String, headers: [(String, String)] = [], body: String = "") {
        var head = "\(method) \(path) HTTP/1.1\r\nHost: localhost\r\n"
        for (name, value) in headers { head += "\(name): \(value)\r\n" }
        if !body.isEmpty { head += "Content-Length: \(body.utf8.count)\r\n" }
        send(head + "\r\n" + body)
    }

    /// The next response, or a `WireError`.
    public func response(timeout: Duration = .seconds(10)) async throws -> RawResponse {
        try await responses.next(timeout: timeout)
    }

    /// Whether the server closes the connection, with nothing more sent, within `timeout`.
    public func isClosed(within timeout: Duration = .seconds(10)) async -> Bool {
        do {
            _ = try await responses.next(timeout: timeout)
            return false
        } catch {
            return error as? WireError == .ended
        }
    }

    /// Closes the connection.
    public func close() async { await connection.close() }
}
