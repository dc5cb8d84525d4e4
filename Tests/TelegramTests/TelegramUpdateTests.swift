import Foundation
import TestKit
import Testing

@testable import Telegram

@Suite("What Telegram tells the webhook")
struct TelegramUpdateTests {
    /// A good update with one field of the message put in another's place.
    static func body(
        id: String = "7", message: String = #""message""#, chat: String = #"{"id":42,"type":"private"}"#,
        from: String = #"{"id":42,"is_bot":false,"first_name":"Maya"}"#, number: String = "5",
        date: String = "1795132800", rest: String = #","text":"Am I in debt?""#
    ) -> String {
        #"{"update_id":\#(id),\#(message):{"message_id":\#(number),"from":\#(from),"chat":\#(chat),"date":\#(date)\#(rest)}}"#
    }

    private func read(_ text: String) -> TelegramUpdate { TelegramUpdate(Array(text.utf8)) }

    @Test("what a person writes in a private chat is a message")
    func message() {
        let update = read(Self.body())
        #expect(update.id == 7 && update.chat == ChatID(42))
        let sentAt = Date(timeIntervalSince1970: 1_795_132_800)
        #expect(
            update.content == .message(TelegramMessage(id: 5, chat: ChatID(42), text: "Am I in debt?", sentAt: sentAt)))
    }

    @Test("numbers of 52 bits and more are kept to the last digit, texts in any script too")
    func extremes() {
        let chat = #"{"id":9223372036854775807,"type":"private"}"#
        let update = read(
            Self.body(
                id: "9223372036854775806", chat: chat, from: #"{"id":9223372036854775807,"is_bot":false}"#,
                rest: #","text":"\u0000\ud83d\udcb7 £ ﷺ \n","entities":[{"type":"url"}]"#))
        guard case .message(let message) = update.content else { return #expect(Bool(false), "\(update)") }
        #expect(message.chat.number == .max && update.id == .max - 1 && message.text == "\0💷 £ ﷺ \n")
    }

    @Test(
        "where others read or write, nothing is a message",
        arguments: ["group", "supergroup", "channel", "secret", "", "Private"])
    func notPrivate(type: String) {
        let update = read(Self.body(chat: #"{"id":42,"type":"\#(type)"}"#))
        #expect(update.content == .other(.notPrivate) && update.chat == nil && update.id == 7)
    }

    @Test("a private chat must be that of the person who wrote")
    func notAPerson() {
        let senders = [
            #"{"id":43,"is_bot":false}"#, #"{"id":42,"is_bot":true}"#, #"{"id":42}"#, "{}", "null", "42",
            #"{"id":"42","is_bot":false}"#,
        ]
        for from in senders { #expect(read(Self.body(from: from)).content == .other(.notAPerson), "\(from)") }
        let below = Self.body(chat: #"{"id":-42,"type":"private"}"#, from: #"{"id":-42,"is_bot":false}"#)
        #expect(read(below).content == .other(.notAPerson))
        let zero = Self.body(chat: #"{"id":0,"type":"private"}"#, from: #"{"id":0,"is_bot":false}"#)
        #expect(read(zero).content == .other(.notAPerson))
    }

    @Test(
        "an update of another kind has its reason",
        arguments: [
            ("edited_message", TelegramUpdate.Reason.edited), ("channel_post", .channel),
            ("edited_channel_post", .channel),
            ("callback_query", .callback), ("inline_query", .otherKind), ("business_message", .otherKind),
            ("my_chat_member", .otherKind), ("message_reaction", .otherKind),
        ])
    func kinds(key: String, reason: TelegramUpdate.Reason) {
        let update = read(Self.body(message: "\"\(key)\""))
        #expect(update.content == .other(reason) && update.chat == nil && update.id == 7)
    }

    @Test(
        "what is not text is not, and its chat can be told",
        arguments: [
            "", #","photo":[{"file_id":"x"}],"caption":"/start ABCDEFGH""#, #","sticker":{"emoji":"x"}"#,
            #","voice":{}"#,
            #","text":"""#, #","text":5"#, #","text":null"#, #","text":{"text":"x"}"#, #","text":["x"]"#,
            #","text":"\ud800""#,
        ])
    func notText(rest: String) {
        let update = read(Self.body(rest: rest))
        #expect(update.content == .other(.notText) && update.chat == ChatID(42))
    }

    @Test(
        "words of others are not the person's",
        arguments: [
            "forward_origin", "forward_date", "forward_from", "forward_from_chat", "forward_sender_name", "via_bot",
        ])
    func borrowed(key: String) {
        for value in [#"{"type":"user"}"#, "1", "null"] {
            let update = read(Self.body(rest: #","text":"/start ABCDEFGH","\#(key)":\#(value)"#))
            #expect(update.content == .other(.notTheirWords) && update.chat == ChatID(42))
        }
    }

    @Test(
        "what is not an update is unreadable",
        arguments: [
            "", " ", "{", "null", "[]", "5", "\"x\"", "{}", #"{"update_id":1.5,"message":{}}"#,
            #"{"message":{"text":"x"}}"#,
            body(id: "null"), body(id: "\"7\""), body(id: "1e400"), body(id: "9223372036854775808"), body(id: "7.5"),
            body(id: "true"), body(number: "null"), body(number: "-1.5"), body(date: "\"now\""), body(date: "1e30"),
            body(date: "-1"),
            body(date: "253402300800"), body(chat: "null"), body(chat: "[]"), body(chat: "{}"),
            body(chat: #"{"id":42}"#),
            body(chat: #"{"id":42.5,"type":"private"}"#), body(chat: #"{"id":42,"type":1}"#),
            body(chat: #"{"id":18446744073709551616,"type":"private"}"#), #"{"update_id":7,"message":null}"#,
            #"{"update_id":7,"message":"x"}"#, #"{"update_id":7,"message":[]}"#, #"{"update_id":7,"message":{}}"#,
            body() + "x", String(repeating: "[", count: 100_000),
            #"{"update_id":7,"message":"# + String(repeating: #"{"message":"#, count: 5_000) + "1"
                + String(repeating: "}", count: 5_001),
        ])
    func unreadable(text: String) {
        let update = read(text)
        #expect(update.content == .other(.unreadable) && update.chat == nil)
    }

    @Test("bytes that are no UTF-8 are unreadable")
    func bytes() {
        for bytes in [[0xFF], [0xC3, 0x28], Array(Self.body().utf8) + [0xFF], [0x00], [0xEF, 0xBB, 0xBF]] as [[UInt8]] {
            #expect(TelegramUpdate(bytes).content == .other(.unreadable))
        }
    }

    @Test("whatever is broken in a good update, it is read or has a reason", arguments: 0..<40)
    func law(seed: Int) {
        var random = SeededGenerator(UInt64(seed))
        let good = Array(Self.body().utf8)
        for _ in 0..<50 {
            var bytes = good
            for _ in 0...random.below(3) {
                let place = random.below(bytes.count)
                switch random.below(3) {
                case 0: bytes[place] = UInt8(random.below(256))
                case 1: bytes.remove(at: place)
                default: bytes.insert(Array("{}[]\",:09-.eE\\".utf8)[random.below(14)], at: place)
                }
            }
            if case .message(let message) = TelegramUpdate(bytes).content {
                #expect(message.chat.number > 0 && !message.text.isEmpty, "seed \(seed)")
            }
        }
    }
}
