import Foundation

/// A server frame as a test reads it: any JSON object, with the usual keys at hand.
struct Frame {
    let text: String
    let fields: [String: Any]

    struct NotAnObject: Error {
        var text: String
    }

    init(_ text: String) throws {
        guard let fields = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any] else {
            throw NotAnObject(text: text)
        }
        self.text = text
        self.fields = fields
    }

    var type: String { fields["type"] as? String ?? "" }
    var turnID: String? { fields["turnId"] as? String }
    var seq: Int? { fields["seq"] as? Int }
    var data: [String: Any] { fields["data"] as? [String: Any] ?? [:] }
    /// Text of a delta or of a finished answer.
    var words: String? { data["text"] as? String }
    var code: String? { data["code"] as? String ?? fields["code"] as? String }
    /// Legacy frames carry plain text in `data`.
    var plain: String? { fields["data"] as? String }
    var isTerminal: Bool { ["turn_completed", "turn_stopped", "turn_failed"].contains(type) }
}
