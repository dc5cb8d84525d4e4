import Analyses
import Flows
import Foundation
import Inbox

@testable import Chat

/// Text frames of the chat's clients, in both dialects.
///
/// 1. What is accepted keeps to the limits, and a question said again in our own spelling is the same question.
/// 2. A refusal can be told: short, and as JSON, in either dialect.
/// 3. What is JSON to another reader is JSON here, or too deep; and what was read can be written and read again.
enum ClientFrameOracle {
    private static let limits = FrameLimits()
    private static let longestRefusal = 2_048
    private static let now = Date(timeIntervalSince1970: 1_776_700_000)

    static func check(_ choice: UInt8, _ bytes: [UInt8]) throws {
        let text = String(decoding: bytes, as: UTF8.self)
        switch read(text, choice & 1 == 0 ? .v2 : .legacy) {
        case .success(.send(let message)): try check(message)
        case .success(.inbox(let ask)): try check(ask)
        case .success(.flow(.move(.answer(_, .number(let number))))):
            try BrokenPromise.unless(number.isFinite, "an answer of \(number)")
        case .success(.mood(let mood)): try BrokenPromise.unless(MoodLog.scale.contains(mood), "a mood of \(mood)")
        case .success(.resume(_, let after)): try BrokenPromise.unless(after >= 0, "after frame \(after)")
        case .success: break
        case .failure(let refusal): try check(refusal)
        }
        try checkJSON(text)
    }

    private static func read(_ text: String, _ dialect: Dialect) -> Result<ClientFrame, ChatError> {
        do throws(ChatError) {
            return .success(try ClientFrame(text, dialect: dialect, limits: limits))
        } catch {
            return .failure(error)
        }
    }

    private static func check(_ message: ClientFrame.Message) throws {
        let size = message.text.unicodeScalars.count
        try BrokenPromise.unless((1...limits.messageCharacters).contains(size), "a question of \(size) characters")
        try BrokenPromise.unless(!message.text.unicodeScalars.contains("\0"), "a question with NUL")
        let id = message.clientID ?? "an id"
        let isGoodID = (1...limits.identifierBytes).contains(id.utf8.count)
        try BrokenPromise.unless(isGoodID, "an id of \(id.utf8.count) bytes")
        let frame: JSON = ["v": 2, "type": "send", "clientMsgId": .string(id), "message": .string(message.text)]
        let same = ClientFrame.send(.init(text: message.text, clientID: id))
        try BrokenPromise.unless(read(frame.text, .v2) == .success(same), "said again it is not \(message)")
    }

    private static func check(_ ask: InboxAsk) throws {
        guard case .act(.snooze(until: let until), id: _) = ask.wish else { return }
        let text = Timestamp.text(until)
        try BrokenPromise.unless(text.utf8.count == 24, "sleeps until \(text)")
    }

    private static func check(_ refusal: ChatError) throws {
        let texts =
            [V2Wire.text(.error(refusal), conversation: nil, at: now)] + LegacyWire.texts(.error(refusal))
        for text in texts {
            try BrokenPromise.unless(text.utf8.count <= longestRefusal, "a refusal of \(text.utf8.count) bytes")
            let isJSON = (try? WireReader.read(text, maximumDepth: 8)) != nil
            try BrokenPromise.unless(isJSON, "a refusal that is not JSON: \(text)")
        }
    }

    private static func checkJSON(_ text: String) throws {
        switch value(text) {
        case .success(let value):
            let quoted = value.quoted
            let again = self.value(quoted.json.text)
            try BrokenPromise.unless(again == .success(quoted), "read: \(quoted)\nwritten and read: \(again)")
        case .failure(.notJSON):
            // Another reader looks for UTF-16 when it sees a zero byte, and passes over a mark at the start.
            let isPlain = !text.unicodeScalars.contains { $0 == "\0" || $0 == "\u{feff}" }
            let read = try? JSONSerialization.jsonObject(with: Data(text.utf8), options: .fragmentsAllowed)
            try BrokenPromise.unless(!isPlain || read == nil, "JSON elsewhere, not here: \(text)")
        case .failure(.tooDeep): break
        }
    }

    private static func value(_ text: String) -> Result<WireValue, WireFault> {
        do throws(WireFault) {
            return .success(try WireReader.read(text, maximumDepth: limits.depth))
        } catch {
            return .failure(error)
        }
    }
}

extension WireValue {
    /// The same with numbers as texts, since our own JSON writes numbers of its own only.
    fileprivate var quoted: WireValue {
        switch self {
        case .number(let digits): .string(digits)
        case .array(let elements): .array(elements.map(\.quoted))
        case .object(let members): .object(members.mapValues(\.quoted))
        default: self
        }
    }

    fileprivate var json: JSON {
        switch self {
        case .null: .null
        case .bool(let flag): .bool(flag)
        case .number(let text), .string(let text): .string(text)
        case .array(let elements): .array(elements.map(\.json))
        case .object(let members): .object(members.map { JSON.Member($0.key, $0.value.json) })
        }
    }
}
