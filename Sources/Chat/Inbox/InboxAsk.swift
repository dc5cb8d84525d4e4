import Analyses
import FoundationEssentials
import Inbox

/// What a client asks of its inbox: `nudges` and `insights` frames, `{"op": …, "id": …, "until": …}`.
struct InboxAsk: Hashable, Sendable {
    /// Of which half.
    enum Half: String, Sendable { case nudges, insights }

    /// What.
    enum Wish: Hashable, Sendable {
        case list
        case readAll
        case act(InboxAct, id: String)
    }

    var half: Half
    var wish: Wish

    /// Longest id; ours are shorter.
    static let longestID = 64

    init(_ half: Half, _ fields: WireFields) throws(ChatError) {
        self.half = half
        let op = try fields.string("op")
        switch op {
        case "list": wish = .list
        case "ack_all" where half == .nudges: wish = .readAll
        case "ack": wish = .act(.read, id: try Self.id(fields))
        case "dismiss": wish = .act(.dismiss, id: try Self.id(fields))
        case "snooze": wish = .act(.snooze(until: try Self.until(fields)), id: try Self.id(fields))
        default: throw .field("op", "is not one of list, ack, dismiss, snooze")
        }
    }

    private static func id(_ fields: WireFields) throws(ChatError) -> String {
        let id = try fields.string("id")
        guard (1...longestID).contains(id.utf8.count) else { throw .field("id", "is not the id of anything here") }
        return id
    }

    private static func until(_ fields: WireFields) throws(ChatError) -> Date {
        let text = try fields.string("until")
        guard let date = try? Date.ISO8601FormatStyle().parse(text) else {
            throw .field("until", "must be a time such as 2026-05-01T09:00:00Z")
        }
        return date
    }
}
