import CoreMetrics
import Curl
import Foundation
import TestKit
import TestServers
import Testing

@testable import Telegram

@Suite("What a call of the Bot API leaves behind")
struct BotSecrecyTests {
    static let mischief: [BotMischief] = [
        .refusal(400, FakeBotAPI.token), .refusal(403, "bot \(FakeBotAPI.token)"), .refusal(429, "", retryAfter: 3_600),
        .refusal(500, FakeBotAPI.token), .page(401), .page(502), .redirect(to: "/bot\(FakeBotAPI.token)/x"), .silence,
        .reset,
        .cut, .half, .flood(80 << 10), .body(FakeBotAPI.token), .garbage,
    ]

    /// Calls with every kind of end, and what was told about each.
    private func everything(_ scene: Scene) async throws -> String {
        var told = ""
        for (place, one) in Self.mischief.enumerated() {
            scene.fake.misbehave(one, afterDoing: true)
            let error = await scene.sending("CNRY-text", to: ChatID(661_001_100 + Int64(place)))
            told += "\(String(describing: error)) \(String(reflecting: error)) \(error?.message ?? "none")\n"
            told += "\(error?.description ?? "") \(error?.cause?.description ?? "")\n"
        }
        scene.fake.misbehave(.cut)
        let secret = try WebhookSecret("CNRY-secret_of_webhook")
        let address = try WebhookAddress("https://reho.example.org")
        let error = await scene.failure { bot throws(BotError) in
            try await bot.setWebhook(address, secret: secret)
        }
        return told + "\(String(describing: error))"
    }

    @Test("no line, error, description or dump holds the token, a chat, a text, the secret or an address")
    func secrecy() async throws {
        try await Scene.with(settings: {
            $0.connectTime = .milliseconds(1_500)
            $0.totalTime = .seconds(2)
            $0.retries.maxRetries = 0
        }) { scene in
            var told = try await everything(scene)
            dump((scene.bot, scene.bot.settings), to: &told)
            // Its own address is the operator's, and stands in the settings.
            told = told.replacingOccurrences(of: scene.fake.address, with: "")
            told += scene.lines.entries.joined(separator: "\n")
            #expect(scene.lines.entries.count == Self.mischief.count + 1)
            let key = try #require(FakeBotAPI.token.split(separator: ":").last)
            for secret in [String(key), "123456789", "CNRY", "661001", "/bot", "127.0.0.1", "\(scene.fake.port)"] {
                #expect(!told.contains(secret), "\(secret.prefix(12)) was told")
            }
        }
    }

    @Test("nobody there, no such host and no TLS tell nothing either")
    func connections() async throws {
        let port = FreePort.next()
        try await FakeBotAPI.with { plain in
            for address in [
                "http://127.0.0.1:\(port)", "https://127.0.0.1:\(plain.port)", "http://no.such.host.invalid",
            ] {
                try await Scene.with(address: address, settings: { $0.retries.maxRetries = 0 }) { scene in
                    let error = try #require(await scene.sending())
                    #expect(error.code == .unreachable, "\(error)")
                    let told = "\(error) \(String(reflecting: error))" + scene.lines.entries.joined()
                    for secret in ["AAF_usual", "123456789", "127.0.0.1", "invalid", "\(port)", "\(plain.port)"] {
                        #expect(!told.contains(secret), "\(secret)")
                    }
                }
            }
        }
    }

    @Test("a line tells method, outcome and status, and is a warning when somebody should look")
    func lines() async throws {
        try await Scene.with(settings: { $0.retries.base = .zero }) { scene in
            _ = await scene.sending(to: ChatID(1))
            scene.fake.misbehave(.page(502))
            _ = try await scene.bot.getMe()
            scene.fake.misbehave(.cut)
            _ = await scene.sending(to: ChatID(2))
            #expect(
                scene.lines.entries == [
                    "info telegram.called method=sendMessage outcome=2xx",
                    "warning telegram.called method=getMe outcome=serverFailed status=502",
                    "info telegram.retried code=serverFailed method=getMe retry=1",
                    "info telegram.called method=getMe outcome=2xx",
                    "warning telegram.called method=sendMessage outcome=unanswered",
                ])
        }
    }

    @Test("each call is timed once, by method and outcome")
    func metrics() async throws {
        let timers = TimerNames()
        try await withMetricsFactory(timers) {
            try await Scene.with { scene in
                _ = await scene.sending()
                scene.fake.block(2)
                _ = await scene.sending(to: ChatID(2))
                try await scene.bot.showTyping(in: ChatID(3))
            }
        }
        let ends = ["sendMessage/2xx", "sendMessage/blocked", "sendChatAction/2xx"]
        #expect(timers.all == ends.map { "sidecar_telegram_call_seconds/\($0)" })
    }
}
