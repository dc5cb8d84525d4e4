import Foundation
import NIOConcurrencyHelpers
import TestKit

@testable import Chat

/// A socket that remembers what it was sent. It never falls behind unless a test says so.
final class RecordingOutlet: Sendable {
    let frames = Journal<Frame>()
    let closes = Journal<UInt16>()
    private let unread = NIOLockedValueBox(0)

    /// What the edge would hand over.
    var outlet: Outlet {
        Outlet(
            send: { self.frames.append(Frame($0)) }, close: { code, _ in self.closes.append(code) },
            backlog: { self.unread.withLockedValue { $0 } })
    }

    /// Pretends that the peer has left so many bytes unread.
    func leaveUnread(_ bytes: Int) { unread.withLockedValue { $0 = bytes } }
}

/// A frame as a client reads it.
struct Frame: Sendable, CustomStringConvertible {
    let text: String
    let type: String
    let turnID: String?
    let sequence: Int?
    /// The error code, wherever the dialect puts it.
    let code: String?

    init(_ text: String) {
        self.text = text
        let object = Self.parse(text)
        type = object["type"] as? String ?? ""
        turnID = object["turnId"] as? String
        sequence = object["seq"] as? Int
        code = (object["data"] as? [String: Any])?["code"] as? String ?? object["code"] as? String
    }

    var object: [String: Any] { Self.parse(text) }
    var data: [String: Any] { object["data"] as? [String: Any] ?? [:] }
    /// Words of a legacy frame.
    var words: String? { object["data"] as? String }
    var isTerminal: Bool { ["turn_completed", "turn_stopped", "turn_failed"].contains(type) }
    func string(_ key: String) -> String? { data[key] as? String }
    var description: String { text }

    private static func parse(_ text: String) -> [String: Any] {
        (try? JSONSerialization.jsonObject(with: Data(text.utf8))) as? [String: Any] ?? [:]
    }
}

extension [Frame] {
    /// The text a client has put together from a turn's deltas.
    func streamed(_ turn: String? = nil) -> String {
        filter { $0.type == "text_delta" && (turn == nil || $0.turnID == turn) }.compactMap { $0.string("text") }
            .joined()
    }
    /// Numbers of a turn's frames, in the order they came.
    func sequences(of turn: String) -> [Int] { filter { $0.turnID == turn }.compactMap(\.sequence) }
    func of(_ type: String) -> [Frame] { filter { $0.type == type } }
}
