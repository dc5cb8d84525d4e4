import Crypto
import Foundation
import HTTPTypes

/// A WebSocket handshake as RFC 6455 section 4.2 wants it.
enum Handshake: Equatable {
    /// It is right; this is the value of `Sec-WebSocket-Accept`.
    case accepted(String)
    /// The client must come back with an upgrade to version 13.
    case upgradeRequired
    /// It is wrong, and this is why.
    case refused(String)

    init(_ headers: HTTPFields) {
        guard Self.lists(headers, .upgrade, "websocket"), Self.lists(headers, .connection, "upgrade"),
            headers[values: .secWebSocketVersion] == ["13"]
        else {
            self = .upgradeRequired
            return
        }
        let keys = headers[values: .secWebSocketKey]
        guard keys.count == 1, Data(base64Encoded: keys[0])?.count == 16 else {
            self = .refused("Sec-WebSocket-Key must be given once and hold 16 bytes in base64.")
            return
        }
        self = .accepted(Self.answer(to: keys[0]))
    }

    /// The key with the RFC's fixed text behind it, hashed: proof that the answer comes from a WebSocket server.
    static func answer(to key: String) -> String {
        let digest = Insecure.SHA1.hash(data: Data((key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").utf8))
        return Data(digest).base64EncodedString()
    }

    private static func lists(_ headers: HTTPFields, _ name: HTTPField.Name, _ token: String) -> Bool {
        headers[values: name].contains { value in
            value.lowercased().split(separator: ",").contains { $0.trimmingCharacters(in: .whitespaces) == token }
        }
    }
}
