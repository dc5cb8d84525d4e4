import Testing

@testable import Telegram

@Suite("The bot's token")
struct BotTokenTests {
    private static let key = "AAF-abcdefghijklmnopqrstuvwxyz_0123"

    @Test("a number, a colon and 30 to 64 letters and digits are a token")
    func good() throws {
        #expect(Self.key.count == 35)
        for text in [
            "123456789:" + Self.key, "1:" + String(repeating: "a", count: 30), "1:" + String(repeating: "a", count: 64),
        ] {
            #expect(try BotToken(text).secret == text)
        }
    }

    @Test(
        "all else is none, since it becomes part of an address",
        arguments: [
            "", ":", "123456789", "123456789:", ":" + key, "12a:" + key, "-1:" + key, "1:" + key + ":" + key,
            " 1:" + key,
            "1:" + key + "/", "1:" + key + "é", "1:../" + key, "1:" + key + "\n",
            "1:" + String(repeating: "a", count: 29),
            "1:" + String(repeating: "a", count: 65), String(repeating: "1", count: 20) + ":" + key, "１:" + key,
        ])
    func bad(text: String) { #expect(throws: BotToken.Fault.self) { try BotToken(text) } }

    @Test("no print or dump shows it, nor do settings that hold it")
    func hidden() throws {
        let token = try BotToken("123456789:" + Self.key)
        var told = "\(token) \(String(reflecting: token)) \(BotAPISettings(token))"
        dump(BotAPISettings(token), to: &told)
        #expect(!told.contains("AAF-") && !told.contains("123456789"))
    }
}
