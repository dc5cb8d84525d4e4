import Foundation
import TestServers

/// A client of the chat over a real socket, in either dialect.
struct ChatSocket: Sendable {
    let raw: RawWebSocket

    /// Connects with the `reho.v2` subprotocol and a bearer token beside it.
    static func connect(
        port: Int, token: String?, conversation: String? = nil, headers: [(String, String)] = []
    ) async throws -> ChatSocket {
        let query = conversation.map { "?conversation_id=\($0)" } ?? ""
        let protocols = ["reho.v2"] + [token.map { "bearer.\($0)" }].compactMap { $0 }
        return ChatSocket(
            raw: try await RawWebSocket.connect(
                port: port, path: "/chat/ws\(query)", headers: headers, subprotocols: protocols))
    }

    /// Connects as a client of the old service does.
    static func legacy(port: Int, token: String, conversation: String? = nil) async throws -> ChatSocket {
        let more = conversation.map { "&conversation_id=\($0)" } ?? ""
        return ChatSocket(raw: try await RawWebSocket.connect(port: port, path: "/chat/ws?token=\(token)\(more)"))
    }

    func send(_ fields: [String: Any]) throws {
        raw.send(text: String(decoding: try JSONSerialization.data(withJSONObject: fields), as: UTF8.self))
    }

    /// Asks, and gives the id the client chose.
    @discardableResult
    func ask(_ message: String, id: String = UUID().uuidString) throws -> String {
        try send(["type": "send", "clientMsgId": id, "message": message])
        return id
    }

    /// The next frame of the conversation; what is told in between of our own accord belongs to no turn.
    func next(timeout: Duration = .seconds(15)) async throws -> Frame {
        while true {
            let frame = try await any(timeout: timeout)
            if !["nudge", "unread"].contains(frame.type) { return frame }
        }
    }

    private func any(timeout: Duration) async throws -> Frame { try Frame(try await raw.nextText(timeout: timeout)) }

    /// The next frame of one of these types; frames before it are passed over.
    func next(_ types: String..., timeout: Duration = .seconds(15)) async throws -> Frame {
        while true {
            let frame = try await any(timeout: timeout)
            if types.contains(frame.type) { return frame }
        }
    }

    /// Every frame up to and including the one that ends the turn.
    func turn() async throws -> [Frame] {
        var frames: [Frame] = []
        while true {
            let frame = try await next()
            frames.append(frame)
            if frame.isTerminal { return frames }
        }
    }

    func end() async { await raw.end() }
}
