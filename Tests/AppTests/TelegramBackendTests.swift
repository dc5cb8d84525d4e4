import Finance
import Foundation
import NIOConcurrencyHelpers
import TestKit
import TestServers
import Testing

@testable import App

@Suite("A private Telegram chat as a way in", .timeLimit(.minutes(3)))
struct TelegramBackendTests {
    private static let secret = "telegram-webhook-secret-of-tests"
    private static let chat: Int64 = 7_000_111

    /// A backend whose instance talks to a Bot API of the test's own.
    private static func with(_ body: (Backend, RunningApp, FakeBotAPI) async throws -> Void) async throws {
        try await FakeBotAPI.with { bot in
            let settings = [
                "TELEGRAM_BOT_TOKEN": FakeBotAPI.token, "TELEGRAM_WEBHOOK_SECRET": secret,
                "TELEGRAM_PUBLIC_URL": "https://reho.example", "TELEGRAM_API_URL": bot.address,
            ]
            try await Backend.with(environment: settings) { backend, app in
                #expect(try await bot.nextCall().method == "setWebhook")
                try await body(backend, app, bot)
            }
        }
    }

    private static func update(_ text: String, _ id: Int, chat: Int64 = chat) -> String {
        #"""
        {"update_id":\#(id),"message":{"message_id":\#(id),"date":1,"text":"\#(text)",
        "chat":{"id":\#(chat),"type":"private"},"from":{"id":\#(chat),"is_bot":false,"first_name":"M"}}}
        """#
    }

    private static func send(
        _ text: String, _ id: Int, _ app: RunningApp, chat: Int64 = chat, secret: String = secret
    ) async throws -> Int {
        try await app.request(
            "POST", "/telegram/webhook",
            headers: [
                ("X-Telegram-Bot-Api-Secret-Token", secret), ("Content-Type", "application/json"),
            ], body: update(text, id, chat: chat)
        ).status
    }

    /// Waits for so many messages in a chat.
    private static func texts(_ count: Int, _ bot: FakeBotAPI, chat: Int64 = chat) async throws -> [String] {
        while bot.texts(to: chat).count < count { _ = try await bot.nextCall() }
        return bot.texts(to: chat)
    }

    private static func link(_ app: RunningApp, _ bot: FakeBotAPI, chat: Int64 = chat, id: Int = 1) async throws {
        let token = try await app.token(NamedPeople.mayaID)
        let offer = try await app.request("POST", "/me/telegram", token: token)
        let json = try #require(try JSONSerialization.jsonObject(with: Data(offer.text.utf8)) as? [String: Any])
        let code = try #require(json["code"] as? String)
        #expect(try await send("/start \(code)", id, app, chat: chat) == 200)
        #expect(try await texts(1, bot, chat: chat)[0].hasPrefix("This chat is now linked to the account of Maya"))
        #expect(try await send("/link \(code)", id + 1, app, chat: chat + 1) == 200)
        #expect(try await texts(1, bot, chat: chat + 1)[0].contains("not valid any more"), "a code is good once")
    }

    @Test("a linked chat asks and is answered from its person's records; the same update is the same question")
    func chat() async throws {
        try await Self.with { backend, app, bot in
            #expect(try await Self.send("What is left?", 10, app) == 200)
            #expect(try await Self.texts(1, bot)[0].contains("not linked"))
            #expect(backend.model.requests.isEmpty)
            try await Self.link(app, bot, chat: Self.chat + 100)
            for _ in 0..<3 {
                #expect(try await Self.send("What is left this month?", 20, app, chat: Self.chat + 100) == 200)
            }
            let answers = try await Self.texts(2, bot, chat: Self.chat + 100)
            #expect(!answers[1].isEmpty && backend.model.requests.count == 1)
            let token = try await app.token(NamedPeople.mayaID)
            let history = try await app.request(
                "GET", "/chat/conversations/default_\(NamedPeople.mayaID.hex)/messages", token: token
            ).text
            #expect(history.components(separatedBy: "What is left this month?").count == 2)
        }
    }

    @Test("without the secret nobody speaks for anybody, and the link ends when the person says so")
    func refused() async throws {
        try await Self.with { backend, app, bot in
            try await Self.link(app, bot)
            #expect(try await Self.send("What is left?", 30, app, secret: "wrong-secret-of-some-length") == 401)
            #expect(backend.model.requests.isEmpty)
            #expect(try await Self.send("/unlink", 31, app) == 200)
            #expect(try await Self.texts(2, bot)[1].contains("no longer linked"))
            #expect(try await Self.send("What is left?", 32, app) == 200)
            #expect(try await Self.texts(3, bot)[2].contains("not linked"))
            #expect(backend.model.requests.isEmpty)
        }
    }

    @Test("what would change a record is confirmed in the app and never here; erasing ends the link")
    func offers() async throws {
        try await Self.with { backend, app, bot in
            try await Self.link(app, bot)
            let token = try await app.token(NamedPeople.mayaID)
            #expect(try await app.request("GET", "/me/telegram", token: token).text.contains(#""chats":1"#))
            #expect(try await app.request("DELETE", "/me/data", token: token).status / 100 == 2)
            #expect(try await app.request("GET", "/me/telegram", token: token).text.contains(#""chats":0"#))
            #expect(!app.logs.withLockedValue { $0 }.contains("\(Self.chat)"), "a chat's number is in no log line")
        }
    }
}
