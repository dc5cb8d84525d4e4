import TestServers
import Testing

/// The fake by itself, asked by bytes: what it lets through and refuses is what the tests of the client stand on.
@Suite("The fake Bot API")
struct FakeBotAPITests {
    private func ask(
        _ fake: FakeBotAPI, call method: String = "sendMessage", token: String = FakeBotAPI.token, _ body: String
    ) async throws -> RawResponse {
        try await RawHTTP.request(
            "POST", "/bot\(token)/\(method)", port: fake.port, headers: [("Content-Type", "application/json")],
            body: body)
    }

    private func message(_ text: String, to chat: Int = 1) -> String { #"{"chat_id":\#(chat),"text":"\#(text)"}"# }

    @Test("4,096 units are taken, one more is refused, and so is nothing")
    func length() async throws {
        try await FakeBotAPI.with { fake in
            let longest = String(repeating: "💷", count: 2_048)
            let told1 = try await ask(fake, message(longest)).status
            #expect(told1 == 200)
            let long = try await ask(fake, message(longest + "a", to: 2))
            #expect(long.status == 400 && long.text.contains("message is too long"))
            for body in [message("", to: 2), message(" ", to: 2), #"{"chat_id":2}"#] {
                let told2 = try await ask(fake, body).text
                #expect(told2.contains("text is empty"))
            }
            #expect(fake.texts(to: 1) == [longest] && fake.texts(to: 2).isEmpty)
        }
    }

    @Test("the second message to a chat within a second is 429 and does not arrive; another chat's does")
    func perChat() async throws {
        var rules = FakeBotRules()
        #expect(rules.window == .seconds(1) && rules.inAll == 30 && rules.units == 4_096)
        rules.window = .seconds(60)
        try await FakeBotAPI.with(rules: rules) { fake in
            let told3 = try await ask(fake, message("a")).status
            #expect(told3 == 200)
            let refused = try await ask(fake, message("b"))
            #expect(refused.status == 429 && refused.text.contains(#""parameters":{"retry_after":1}"#))
            let told4 = try await ask(fake, message("c", to: 2)).status
            #expect(told4 == 200)
            #expect(fake.texts(to: 1) == ["a"])
        }
    }

    @Test("the thirty-first message within a second is 429, whomever it is to")
    func inAll() async throws {
        var rules = FakeBotRules()
        rules.window = .seconds(60)
        try await FakeBotAPI.with(rules: rules) { fake in
            for chat in 1...30 {
                let told5 = try await ask(fake, message("a", to: chat)).status
                #expect(told5 == 200)
            }
            let told6 = try await ask(fake, message("a", to: 31)).status
            #expect(told6 == 429)
            let told7 = try await ask(fake, call: "sendChatAction", #"{"chat_id":31,"action":"typing"}"#).status
            #expect(told7 == 200)
        }
    }

    @Test("when the window is over the chat is taken again")
    func over() async throws {
        var rules = FakeBotRules()
        rules.window = .zero
        try await FakeBotAPI.with(rules: rules) { fake in
            for _ in 0..<3 {
                let told8 = try await ask(fake, message("a")).status
                #expect(told8 == 200)
            }
        }
    }

    @Test("a wrong token, an unknown method, no JSON, a blocked and a missing chat are refused in Telegram's words")
    func refusals() async throws {
        try await FakeBotAPI.with { fake in
            fake.block(3)
            fake.remove(4)
            let wrong = try await ask(fake, token: "1:x", message("a"))
            #expect(wrong.status == 401 && wrong.text == #"{"ok":false,"error_code":401,"description":"Unauthorized"}"#)
            let told9 = try await ask(fake, call: "sendPhoto", "{}").status
            #expect(told9 == 404)
            let told10 = try await ask(fake, "{").status
            #expect(told10 == 400)
            let told11 = try await ask(fake, message("a", to: 3)).text
            #expect(told11.contains("bot was blocked by the user"))
            let told12 = try await ask(fake, message("a", to: 4)).text
            #expect(told12.contains("chat not found"))
            let told13 = try await ask(fake, call: "sendChatAction", #"{"chat_id":1,"action":"dance"}"#).status
            #expect(told13 == 400)
            #expect(fake.calls.map(\.status) == [401, 404, 400, 403, 400, 400])
        }
    }

    @Test("a webhook needs https and a secret of allowed characters")
    func webhook() async throws {
        try await FakeBotAPI.with { fake in
            for (url, secret, status) in [
                ("https://a.org", "abc_-Z9", 200), ("http://a.org", "abc", 400), ("https://a.org", "a b", 400),
                ("https://a.org", "", 400),
            ] {
                let body = #"{"url":"\#(url)","secret_token":"\#(secret)"}"#
                let told14 = try await ask(fake, call: "setWebhook", body).status
                #expect(told14 == status)
            }
        }
    }

    @Test("mischief is for so many calls, done or not, and then all is well")
    func mischief() async throws {
        try await FakeBotAPI.with { fake in
            fake.misbehave(.refusal(500, "Internal"), afterDoing: true)
            fake.misbehave(.page(502))
            let told15 = try await ask(fake, message("a")).status
            #expect(told15 == 500)
            let told16 = try await ask(fake, message("b", to: 2)).status
            #expect(told16 == 502)
            let told17 = try await ask(fake, message("c", to: 3)).status
            #expect(told17 == 200)
            #expect(fake.texts(to: 1) == ["a"] && fake.texts(to: 2).isEmpty && fake.texts(to: 3) == ["c"])
            #expect(fake.calls.map(\.status) == [nil, nil, 200])
        }
    }
}
