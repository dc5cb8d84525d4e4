import TestServers
import Testing

@testable import Telegram

@Suite("A call the Bot API refuses")
struct BotRefusalTests {
    @Test("a person who blocked the bot drops the link, and is asked once")
    func blocked() async throws {
        try await Scene.with { scene in
            scene.fake.block(Scene.chat.number)
            let error = await scene.sending()
            #expect(error?.code == .blocked && error?.dropsLink == true && error?.status == 403)
            let typing = await scene.failure { bot throws(BotError) in try await bot.showTyping(in: Scene.chat) }
            #expect(typing?.dropsLink == true && scene.fake.calls.count == 2)
        }
    }

    @Test(
        "403 drops the link only in the words of Telegram",
        arguments: [
            ("Forbidden: user is deactivated", true), ("Forbidden: bot can't initiate conversation with a user", true),
            ("Forbidden: bot was kicked from the group chat", false), ("", false),
        ])
    func forbidden(words: String, drops: Bool) async throws {
        try await Scene.with { scene in
            scene.fake.misbehave(.refusal(403, words))
            let error = await scene.sending()
            #expect(error?.dropsLink == drops && error?.code == (drops ? .blocked : .forbidden))
        }
    }

    @Test("a proxy's page of 403 drops no link, and one of 401 or 200 is no answer")
    func pages() async throws {
        try await Scene.with { scene in
            for (status, code) in [(403, BotError.Code.forbidden), (401, .malformed), (200, .malformed)] {
                scene.fake.misbehave(.page(status))
                let error = await scene.sending(to: ChatID(Int64(status)))
                #expect(error?.code == code && error?.dropsLink == false)
            }
            #expect(scene.fake.calls.count == 3)
        }
    }

    @Test("what is wrong with a message is said, and it is not sent again")
    func badRequests() async throws {
        try await Scene.with { scene in
            scene.fake.remove(9)
            let long = String(repeating: "x", count: 4_097)
            let tries: [(String, Int64, BotError.Code)] = [
                (long, 1, .tooLong), ("", 2, .emptyText), ("Hello", 9, .chatNotFound),
            ]
            for (text, chat, code) in tries {
                let error = await scene.sending(text, to: ChatID(chat))
                #expect(error?.code == code && error?.status == 400)
            }
            scene.fake.misbehave(.refusal(400, "Bad Request: something else"))
            let other = await scene.sending(to: ChatID(3))
            #expect(other?.code == .badRequest && scene.fake.calls.count == 4)
        }
    }

    @Test("a token Telegram does not know is unauthorised")
    func unauthorised() async throws {
        try await Scene.with(token: "987654321:AAF_another-token-of-no-bot-at-all") { scene in
            let error = await scene.failure { bot throws(BotError) in _ = try await bot.getMe() }
            #expect(error?.code == .unauthorised && scene.fake.calls.map(\.status) == [401])
        }
    }

    @Test("a redirect is no answer and is not followed")
    func redirect() async throws {
        try await FakeBotAPI.with { elsewhere in
            try await Scene.with { scene in
                scene.fake.misbehave(.redirect(to: elsewhere.address))
                let error = await scene.sending()
                #expect(error?.code == .malformed && elsewhere.connections == 0)
            }
        }
    }

    @Test(
        "what is not an answer of the Bot API is malformed and not repeated",
        arguments: [
            BotMischief.body(""), .body("[]"), .body("null"), .body(#"{"ok":1}"#), .body(#"{"ok":"true"}"#),
            .body(#"{"result":true}"#), .body(String(repeating: "[", count: 30_000)), .flood(80 << 10),
            .refusal(302, "Found"), .refusal(204, "Nothing"),
        ])
    func malformed(mischief: BotMischief) async throws {
        try await Scene.with { scene in
            scene.fake.misbehave(mischief)
            let error = await scene.sending()
            #expect(error?.code == .malformed && scene.fake.calls.count == 1)
        }
    }

    @Test("an answer up to the limit is read")
    func nearlyTooLarge() async throws {
        try await Scene.with { scene in
            scene.fake.misbehave(.flood((64 << 10) - 23))
            #expect(await scene.sending() == nil)
            scene.fake.misbehave(.flood((64 << 10) - 22))
            #expect(await scene.sending(to: ChatID(2))?.code == .malformed)
        }
    }
}
