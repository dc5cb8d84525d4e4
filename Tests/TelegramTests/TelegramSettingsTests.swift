import Testing

@testable import Telegram

@Suite("Settings of the Telegram channel")
struct TelegramSettingsTests {
    private static let token = "123456789:AAF-abcdefghijklmnopqrstuvwxyz_0123"
    private static let secret = "a-secret_of_32_characters_or_so_"

    private func faults(_ token: String, _ secret: String, _ url: String) -> [String] {
        do throws(TelegramSettings.Faults) {
            _ = try TelegramSettings(token: token, secret: secret, publicURL: url)
            return []
        } catch { return error.sentences }
    }

    @Test("all three make settings")
    func good() throws {
        let settings = try TelegramSettings(
            token: Self.token, secret: Self.secret, publicURL: "https://reho.example.org/")
        #expect(settings.webhook.text == "https://reho.example.org" && settings.secret.matches(Self.secret))
        #expect(settings.token.secret == Self.token)
        #expect(try settings.webhook.appending("/telegram").text == "https://reho.example.org/telegram")
    }

    @Test("none of them is off; any of them is on")
    func off() {
        #expect(TelegramSettings.isOff(token: "", secret: "", publicURL: ""))
        #expect(!TelegramSettings.isOff(token: "x", secret: "", publicURL: ""))
        #expect(!TelegramSettings.isOff(token: "", secret: "x", publicURL: ""))
        #expect(!TelegramSettings.isOff(token: "", secret: "", publicURL: "x"))
    }

    @Test("every fault is named at once, in a sentence that does not hold what was set")
    func everyFault() {
        #expect(faults("", "", "").count == 3 && faults("", "", "").allSatisfy { $0.contains("missing") })
        let told = faults("CNRY:1", "CNRY", "http://CNRY.example")
        #expect(
            told == [
                "the bot's token must look like 123456789:AAF… as BotFather gives it",
                "the webhook's secret must have at least 16 characters",
                "the public address must begin with https://, since Telegram calls no other",
            ])
        #expect(
            faults(Self.token, "", "https://a.org") == [
                "the webhook's secret is missing: 32 random letters and digits will do"
            ])
    }
}
