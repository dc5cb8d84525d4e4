import Foundation
import Logging
import TestKit
import TestServers

@testable import Telegram

/// A fake Bot API, a client to it on a clock the test moves, and what the client logs.
struct Scene {
    let fake: FakeBotAPI
    let bot: BotAPI
    let clock: TestClock
    let lines: Journal<String>

    static let chat = ChatID(661_001_002)

    /// All of it for the time of `body`; `edit` changes the client's settings.
    static func with<R>(
        token: String = FakeBotAPI.token, address: String? = nil,
        settings edit: (inout BotAPISettings) -> Void = { _ in }, _ body: (Scene) async throws -> R
    ) async throws -> R {
        // The client's clock stands still, so the fake's limits, which are of the real one, would be in the way.
        var rules = FakeBotRules()
        rules.window = .zero
        return try await FakeBotAPI.with(rules: rules) { fake in
            let lines = Journal<String>()
            let clock = TestClock()
            var settings = BotAPISettings(try BotToken(token), address: address ?? fake.address)
            edit(&settings)
            let logger = Logger(label: "test") { _ in LineHandler(lines: lines) }
            let bot = try BotAPI(settings, logger: logger, clock: clock, random: { 0.5 })
            do {
                let result = try await body(Scene(fake: fake, bot: bot, clock: clock, lines: lines))
                await bot.close()
                return result
            } catch {
                await bot.close()
                throw error
            }
        }
    }

    /// What a call fails with; nil when it succeeds.
    func failure(_ call: (BotAPI) async throws(BotError) -> Void) async -> BotError? {
        do throws(BotError) {
            try await call(bot)
            return nil
        } catch { return error }
    }

    /// Sends one message and gives what it fails with.
    func sending(_ text: String = "Hello", to chat: ChatID = Scene.chat) async -> BotError? {
        await failure { bot throws(BotError) in try await bot.sendMessage(text, to: chat) }
    }

    /// What arrived in the usual chat.
    var texts: [String] { fake.texts(to: Self.chat.number) }
}

/// Keeps every line with all its metadata.
private struct LineHandler: LogHandler {
    let lines: Journal<String>
    var metadata: Logger.Metadata = [:]
    var logLevel = Logger.Level.trace

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        let fields = (event.metadata ?? [:]).map { "\($0.key)=\($0.value)" }.sorted().joined(separator: " ")
        lines.append("\(event.level) \(event.message) \(fields)")
    }
}
