internal import NIOConcurrencyHelpers
internal import NIOCore

/// A WebSocket client that can do everything wrong: any bytes, any frame, in any segments; stop reading; vanish.
///
/// ```swift
/// let socket = try await RawWebSocket.connect(port: port, path: "/chat/ws?token=\(token)")
/// socket.send(.text(#"{"message":"hello"}"#))
/// let frame = try await socket.next()          // data frames only, unless `answers` says otherwise
/// let (code, reason) = try await socket.closed()
/// ```
public final class RawWebSocket: Sendable {
    /// What the client does by itself.
    public struct Answers: OptionSet, Sendable {
        /// The bits.
        public let rawValue: Int
        /// Any set of bits.
        public init(rawValue: Int) { self.rawValue = rawValue }
        /// A ping is answered and not handed to the test.
        public static let pings = Answers(rawValue: 1)
        /// A close frame is answered with the same one.
        public static let closes = Answers(rawValue: 2)
    }

    /// The handshake was answered with something else than 101.
    public struct Refused: Error {
        /// That answer.
        public let response: RawResponse
    }

    /// The bytes below.
    public let connection: RawConnection
    /// The server's 101.
    public let response: RawResponse
    private let wire: RawWebSocketWire

    /// Connects and shakes hands. `behind` goes out in the same segment as the handshake; `bytewise` sends the
    /// handshake in one-byte segments. A refusal is thrown as `Refused`.
    public static func connect(
        port: Int, path: String, headers: [(String, String)] = [], subprotocols: [String] = [],
        extensions: String? = nil, behind: [UInt8] = [], bytewise: Bool = false, receiveBuffer: Int? = nil,
        answers: Answers = [.pings, .closes]
    ) async throws -> RawWebSocket {
        var headers = headers
        if !subprotocols.isEmpty { headers.append(("Sec-WebSocket-Protocol", subprotocols.joined(separator: ", "))) }
        if let extensions { headers.append(("Sec-WebSocket-Extensions", extensions)) }
        let wire = RawWebSocketWire(answers: answers)
        let connection = try await RawConnection.connect(
            port: port, receiveBuffer: receiveBuffer, receive: { wire.received($0) }, ended: { wire.ended() })
        wire.start(connection)
        let request = Array(handshake(path, headers: headers).utf8) + behind
        if bytewise { try await connection.writeBytewise(request) } else { connection.write(request) }
        let response = try await wire.responses.next()
        guard response.status == 101 else {
            await connection.close()
            throw Refused(response: response)
        }
        return RawWebSocket(connection, response, wire)
    }

    /// The text of a right handshake, for tests that want to spoil it.
    public static func handshake(_ path: String, headers: [(String, String)] = []) -> String {
        var text = "GET \(path) HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        text += "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
        for (name, value) in headers { text += "\(name): \(value)\r\n" }
        return text + "\r\n"
    }

    private init(_ connection: RawConnection, _ response: RawResponse, _ wire: RawWebSocketWire) {
        self.connection = connection
        self.response = response
        self.wire = wire
    }

    /// Sends a frame, masked as RFC 6455 asks.
    public func send(_ frame: RawFrame) { connection.write(frame.bytes()) }

    /// Sends text in one frame.
    public func send(text: String) { send(.text(text)) }

    /// Sends bytes as they are.
    public func send(bytes: [UInt8]) { connection.write(bytes) }

    /// The next frame that the client does not answer by itself; `WireError` after `timeout` or at the end.
    public func next(timeout: Duration = .seconds(10)) async throws -> RawFrame {
        try await wire.frames.next(timeout: timeout)
    }

    /// The text of the next frame.
    public func nextText(timeout: Duration = .seconds(10)) async throws -> String {
        try await next(timeout: timeout).text
    }

    /// Waits until the server has closed the connection: the code and reason of its close frame, or nil and "" when it
    /// sent none (1006 to a browser). Frames not yet taken are dropped.
    public func closed(timeout: Duration = .seconds(10)) async throws -> (code: UInt16?, reason: String) {
        try await wire.ends.next(timeout: timeout)
    }

    /// Closes the connection without a close frame.
    public func end() async { await connection.close() }
}

/// What runs on the client's event loop: the answer to the handshake, then frames.
final class RawWebSocketWire: Sendable {
    private struct State {
        var reader = ResponseReader()
        var isOpen = false
        var goodbye: RawFrame?
        var connection: RawConnection?
    }

    let responses = Inbox<RawResponse>()
    let frames = Inbox<RawFrame>()
    let ends = Inbox<(code: UInt16?, reason: String)>()
    private let answers: RawWebSocket.Answers
    private let state = NIOLockedValueBox(State())

    init(answers: RawWebSocket.Answers) { self.answers = answers }

    func start(_ connection: RawConnection) { state.withLockedValue { $0.connection = connection } }

    func received(_ bytes: ByteBuffer) {
        state.withLockedValue { state in
            state.reader.buffer.writeImmutableBuffer(bytes)
            do {
                if !state.isOpen, let response = try state.reader.next() {
                    state.isOpen = response.status == 101
                    responses.push(response)
                }
                while state.isOpen, let frame = try RawFrame.read(from: &state.reader.buffer) { take(frame, &state) }
            } catch {
                frames.finish(error as? WireError ?? .malformed("\(error)"))
            }
        }
    }

    func ended() {
        let goodbye = state.withLockedValue { state in
            if let response = state.reader.finish() { responses.push(response) }
            return state.goodbye
        }
        responses.finish()
        frames.finish()
        ends.push((goodbye?.closeCode, String(decoding: goodbye?.payload.dropFirst(2) ?? [], as: UTF8.self)))
    }

    private func take(_ frame: RawFrame, _ state: inout State) {
        switch frame.opcode {
        case RawFrame.Opcode.ping where answers.contains(.pings):
            state.connection?.write(RawFrame(RawFrame.Opcode.pong, frame.payload).bytes())
        case RawFrame.Opcode.close:
            state.goodbye = frame
            if answers.contains(.closes) { state.connection?.write(frame.bytes()) }
            frames.push(frame)
        default:
            frames.push(frame)
        }
    }
}
