import Logging
import TestKit
import TestServers
import Testing

@testable import Telegram

@Suite("A call of the Bot API that is answered", .timeLimit(.minutes(1)))
struct BotAPITests {
    @Test("a message arrives as it is: the chat, the text, no markup, no preview of links")
    func message() async throws {
        try await Scene.with { scene in
            let text = "You owe *£1,234* \\ \"now\"\n💷 https://example.org"
            let error = await scene.sending(text)
            #expect(error == nil && scene.texts == [text])
            let call = try await scene.fake.nextCall()
            #expect(call.method == "sendMessage" && call.request.method == "POST")
            #expect(call.request.header("content-type") == "application/json")
            #expect(call.fields.chat_id == Scene.chat.number && call.fields.parse_mode == nil)
            #expect(call.fields.link_preview_options == ["is_disabled": true])
        }
    }

    @Test("the chat shows that Reho types")
    func typing() async throws {
        try await Scene.with { scene in
            try await scene.bot.showTyping(in: Scene.chat)
            let call = try await scene.fake.nextCall()
            #expect(call.method == "sendChatAction" && call.fields.action == "typing")
            #expect(call.fields.chat_id == Scene.chat.number && call.status == 200)
        }
    }

    @Test("the webhook is set with its secret, for messages alone")
    func webhook() async throws {
        try await Scene.with { scene in
            let address = try WebhookAddress("https://reho.example.org/telegram")
            try await scene.bot.setWebhook(address, secret: try WebhookSecret("a-secret_of_Telegram"))
            let call = try await scene.fake.nextCall()
            #expect(call.fields.url == address.text && call.fields.secret_token == "a-secret_of_Telegram")
            #expect(call.fields.allowed_updates == ["message"] && call.status == 200)
        }
    }

    @Test("the bot says who it is")
    func me() async throws {
        try await Scene.with { scene in
            let me = try await scene.bot.getMe()
            #expect(me.username == "RehoBot" && me.id == 123_456_789)
            scene.fake.misbehave(.body(#"{"ok":true,"result":{"id":1.5}}"#))
            let error = await scene.failure { bot throws(BotError) in _ = try await bot.getMe() }
            #expect(error?.code == .malformed)
        }
    }

    @Test("a long answer arrives whole and in order, a message a second")
    func longAnswer() async throws {
        try await Scene.with { scene in
            let answer = String(repeating: "The balance is £12.34.\n\n", count: 400)
            async let sent: Void = scene.bot.send(answer, to: Scene.chat)
            let count = MessagePieces(answer).pieces.count
            #expect(count == 3)
            for number in 1..<count {
                try await scene.clock.hasSlept(for: .milliseconds(1_050), times: number)
                #expect(scene.texts.count == number, "the next waits for its second")
                scene.clock.advance(by: .milliseconds(1_050))
            }
            try await sent
            #expect(scene.texts.joined() == answer && scene.texts.count == count)
        }
    }

    @Test("by the real clock the fake, which keeps Telegram's limits, never says 429")
    func realPace() async throws {
        var rules = FakeBotRules()
        // What left a second apart may arrive closer on a busy machine.
        rules.window = .milliseconds(800)
        try await FakeBotAPI.with(rules: rules) { fake in
            let bot = try BotAPI(
                BotAPISettings(try BotToken(FakeBotAPI.token), address: fake.address),
                logger: Logger(label: "quiet") { _ in SwiftLogNoOpLogHandler() })
            try await withThrowingTaskGroup(of: Void.self) { group in
                for chat in 0..<35 { group.addTask { try await bot.sendMessage("Hello", to: ChatID(Int64(chat))) } }
                group.addTask {
                    try await bot.sendMessage("One", to: Scene.chat)
                    try await bot.sendMessage("Two", to: Scene.chat)
                }
                try await group.waitForAll()
            }
            await bot.close()
            #expect(fake.calls.count == 37 && fake.calls.allSatisfy { $0.status == 200 })
            #expect(fake.texts(to: Scene.chat.number) == ["One", "Two"])
        }
    }

    @Test("white space alone is no message, and no answer sends none")
    func blank() async throws {
        try await Scene.with { scene in
            try await scene.bot.send(" \n\t", to: Scene.chat)
            try await scene.bot.send("", to: Scene.chat)
            #expect(scene.fake.calls.isEmpty)
        }
    }

    @Test("an answer of more messages than allowed is refused before anything of it is sent")
    func tooMany() async throws {
        // Without patience a second message, which would wait, fails at once.
        try await Scene.with(settings: {
            $0.maxPieces = 1
            $0.retries.patience = .milliseconds(1)
        }) { scene in
            let answer = String(repeating: "x", count: 4_096)
            let tooLong = await scene.failure { bot throws(BotError) in try await bot.send(answer + "x", to: Scene.chat)
            }
            #expect(tooLong?.code == .tooLong && scene.fake.calls.isEmpty)
            let fine = await scene.failure { bot throws(BotError) in try await bot.send(answer, to: Scene.chat) }
            #expect(fine == nil && scene.texts == [answer])
        }
    }

    @Test("each call has a connection of its own")
    func connections() async throws {
        try await Scene.with { scene in
            for chat in 1...3 { try await scene.bot.sendMessage("Hello", to: ChatID(Int64(chat))) }
            #expect(scene.fake.connections == 3)
        }
    }
}
