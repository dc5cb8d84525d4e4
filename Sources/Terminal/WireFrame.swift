internal import Foundation

/// A server frame as far as a terminal shows it.
struct WireFrame: Decodable {
    var type: String
    var turnId: String?
    var data: Payload?

    struct Payload: Decodable {
        var text: String?
        var message: String?
        var title: String?
        var user: Person?
        var history: [Message]?
    }

    struct Person: Decodable { var name: String }

    struct Message: Decodable {
        var role: String
        var content: String
    }

    /// nil for anything that is not a frame object.
    init?(_ text: String) {
        guard let frame = try? JSONDecoder().decode(WireFrame.self, from: Data(text.utf8)) else { return nil }
        self = frame
    }

    static func send(_ message: String, id: String) -> String {
        encode(["type": "send", "clientMsgId": id, "message": message])
    }

    static func stop(_ turn: String) -> String { encode(["type": "stop", "turnId": turn]) }

    private static func encode(_ fields: [String: String]) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return (try? encoder.encode(fields)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
    }
}
