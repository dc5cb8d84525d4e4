internal import FoundationEssentials

/// An update as it came, each field by itself: what has the wrong type is as good as missing.
struct SentUpdate: Decodable {
    let id: Int64?
    /// Only a new message, not an edited one.
    let message: SentMessage?
    private let keys: Set<String>

    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: AnyKey.self)
        id = fields.lenient(Int64.self, "update_id")
        message = fields.lenient(SentMessage.self, "message")
        keys = Set(fields.allKeys.map(\.stringValue))
    }

    /// What an update without a message of ours is.
    var kind: TelegramUpdate.Reason {
        if keys.contains("message") { return .unreadable }
        if keys.contains("edited_message") { return .edited }
        if keys.contains("channel_post") || keys.contains("edited_channel_post") { return .channel }
        if keys.contains("callback_query") { return .callback }
        return .otherKind
    }
}

/// A message as it came.
struct SentMessage: Decodable {
    let id: Int64?
    let chatType: String?
    let text: String?
    let date: Date?
    /// Whether somebody else wrote the words.
    let isBorrowed: Bool
    private let chat: Int64?
    private let from: Int64?
    private let isBot: Bool

    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: AnyKey.self)
        id = fields.lenient(Int64.self, "message_id")
        text = fields.lenient(String.self, "text")
        date = fields.lenient(Int64.self, "date").flatMap(Self.date)
        isBorrowed = Self.borrowed.contains { fields.contains(AnyKey($0)) }
        let chat = fields.nested("chat")
        self.chat = chat?.lenient(Int64.self, "id")
        chatType = chat?.lenient(String.self, "type")
        let sender = fields.nested("from")
        from = sender?.lenient(Int64.self, "id")
        isBot = sender?.lenient(Bool.self, "is_bot") ?? true
    }

    /// Whether it has what every message has, whatever was sent in it.
    var isReadable: Bool { id != nil && date != nil && chat != nil && chatType != nil }

    /// The chat, if it can be read, is private, and the one who wrote is the person it is with.
    var personsChat: ChatID? {
        guard isReadable, let chat, chatType == "private", chat > 0, from == chat, !isBot else { return nil }
        return ChatID(chat)
    }

    /// Fields of words of others, old names and new.
    private static let borrowed = [
        "forward_origin", "forward_date", "forward_from", "forward_from_chat", "forward_sender_name", "via_bot",
    ]
    private static let latest: Int64 = 253_402_300_799

    /// Years 1970 to 9999.
    private static func date(_ seconds: Int64) -> Date? {
        (0...latest).contains(seconds) ? Date(timeIntervalSince1970: Double(seconds)) : nil
    }
}

/// Any key of an object.
struct AnyKey: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(_ name: String) { stringValue = name }
    init?(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
}

extension KeyedDecodingContainer<AnyKey> {
    /// The value of a field; nil for none and for one of another type.
    func lenient<T: Decodable>(_ type: T.Type, _ key: String) -> T? { try? decode(type, forKey: AnyKey(key)) }

    /// The object of a field; nil for none and for anything else.
    func nested(_ key: String) -> KeyedDecodingContainer<AnyKey>? {
        try? nestedContainer(keyedBy: AnyKey.self, forKey: AnyKey(key))
    }
}
