import Foundation
import Logging
import NIOConcurrencyHelpers
import Ports
import Testing

@testable import App

@Suite("Settings")
struct SettingsTests {
    static let secret = "an-adequate-secret-of-36-characters!"

    static func faults(_ environment: [String: String]) -> [String: String] {
        do {
            _ = try Settings(environment: environment)
            return [:]
        } catch {
            return Dictionary(error.faults.map { ($0.variable, $0.problem) }) { first, _ in first }
        }
    }

    @Test("an empty environment is a fully embedded start on the loopback address")
    func empty() throws {
        let settings = try Settings(environment: [:])
        #expect(settings.isFullyEmbedded)
        #expect(settings.host == "127.0.0.1")
        #expect(settings.port == 8000)
        #expect(settings.logLevel == .info)
    }

    @Test("an empty value counts as unset")
    func emptyValues() throws {
        let names = Settings.variableNames
        let settings = try Settings(environment: Dictionary(uniqueKeysWithValues: names.map { ($0, " ") }))
        #expect(settings.isFullyEmbedded)
    }

    @Test("every fault is told at once, with its variable and what is expected")
    func allFaults() {
        let found = Self.faults([
            "PORT": "80000", "DATABASE_URL": "postgres://x", "REDIS_URL": "localhost:6379", "JWT_SECRET": "short",
            "JWT_ALGORITHM": "none", "LOG_LEVEL": "loud", "ALLOWED_HOST_ORIGINS": "https://a.example/path",
            "OPENAI_BASE_URL": "ftp://x", "MONGO_POOL_SIZE": "0", "DRAIN_SECONDS": "-1",
        ])
        let expected: Set = [
            "PORT", "DATABASE_URL", "REDIS_URL", "JWT_SECRET", "JWT_ALGORITHM", "LOG_LEVEL", "ALLOWED_HOST_ORIGINS",
            "OPENAI_BASE_URL", "MONGO_POOL_SIZE", "DRAIN_SECONDS",
        ]
        #expect(Set(found.keys) == expected)
        #expect(found["PORT"]?.contains("0 to 65535") == true)
        #expect(found["DATABASE_URL"]?.contains("mongodb://") == true)
    }

    @Test("no fault repeats the value it refuses")
    func noSecretsInFaults() {
        let environment = ["JWT_SECRET": "hunter2", "DATABASE_URL": "mysql://u:hunter2@h", "PORT": "hunter2"]
        let error = #expect(throws: SettingsError.self) { try Settings(environment: environment) }
        #expect(error?.faults.count == 3)
        #expect(error?.description.contains("hunter2") == false)
    }

    @Test("a database without the backend's secret is refused, with it accepted")
    func secretIsNeeded() throws {
        let database = ["DATABASE_URL": "mongodb://db:27017"]
        #expect(Self.faults(database).keys.contains("JWT_SECRET"))
        let settings = try Settings(environment: database.merging(["JWT_SECRET": Self.secret]) { $1 })
        #expect(settings.mongo?.name == "finance-management")
        #expect(settings.mongo?.poolSize == 8)
    }

    @Test("equal access and refresh secrets are refused, since a refresh token would pass")
    func equalSecrets() {
        let found = Self.faults(["JWT_SECRET": Self.secret, "JWT_REFRESH_SECRET": Self.secret])
        #expect(found.keys.contains("JWT_REFRESH_SECRET"))
    }

    @Test("a base address alone asks a server that wants no key")
    func keylessModel() throws {
        let settings = try Settings(environment: ["OPENAI_BASE_URL": "http://127.0.0.1:9/v1"])
        #expect(settings.model?.apiKey == "")
        #expect(settings.model?.name == "gpt-4o")
    }

    @Test("a secret of less than 32 bytes and a way that is not encrypted are warned about, without their values")
    func warnings() throws {
        let open = "http://hunter2.example/api"
        let weak = try Settings(environment: [
            "JWT_SECRET": "n7Qk2vXw9zLp4tRb", "SCHEDULER_API_KEY": "n7Qk2vXw9zLp4tRc", "MAIN_BACKEND_URL": open,
            "OPENAI_BASE_URL": "http://hunter2.example:1/v1",
        ])
        let names = weak.warnings.map { String($0.prefix { $0 != " " }) }
        #expect(names == ["JWT_SECRET", "SCHEDULER_API_KEY", "MAIN_BACKEND_URL", "OPENAI_BASE_URL"])
        #expect(!weak.warnings.contains { $0.contains("hunter2") || $0.contains("n7Qk") })
        let good = try Settings(environment: [
            "JWT_SECRET": Self.secret, "MAIN_BACKEND_URL": "https://main.example", "WEBHOOK_SECRET": Self.secret,
            "WEBHOOK_URL": "http://127.0.0.1:9/x", "OPENAI_BASE_URL": "http://[::1]:9/v1",
        ])
        #expect(good.warnings.isEmpty, "\(good.warnings)")
        #expect(try Settings(environment: [:]).warnings.isEmpty)
    }

    @Test("what is warned about is told at the start")
    func warnedAtStart() async throws {
        try await RunningApp.with(["JWT_SECRET": "n7Qk2vXw9zLp4tRb"]) { app in
            let logs = app.logs.withLockedValue { $0 }
            #expect(logs.contains(#""event":"settings.warning""#) && logs.contains("JWT_SECRET has 16 bytes"))
            #expect(!logs.contains("n7Qk2vXw9zLp4tRb"))
        }
    }

    @Test(".env.example names exactly the variables that are read, each with a comment")
    func exampleFile() throws {
        let root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let text = try String(contentsOf: root.appendingPathComponent(".env.example"), encoding: .utf8)
        let named = try DotEnv.parse(text)
        #expect(Set(named.keys) == Set(Settings.variableNames))
        #expect(named.values.allSatisfy { $0.isEmpty })
        var isExplained = false
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("#") { isExplained = true }
            if line.isEmpty { isExplained = false }
            if line.contains("="), !line.hasPrefix("#") { #expect(isExplained, "\(line) has no comment") }
        }
    }
}

@Suite("Settings of what models may cost")
struct SpendSettingsTests {
    @Test("without a word there are caps, and none ends one")
    func caps() throws {
        let usual = try Settings(environment: [:]).spendCaps
        #expect(usual.turn == .init(microdollars: 500_000) && usual.person == .init(microdollars: 2_000_000))
        #expect(usual.everyone == .init(microdollars: 20_000_000))
        #expect(usual.features == [.night: .init(microdollars: 5_000_000)])
        let none = try Settings(environment: [
            "SPEND_TURN_USD": "none", "SPEND_PERSON_DAY_USD": "none", "SPEND_DAY_USD": "none",
            "SPEND_NIGHT_USD": "none",
        ])
        #expect(none.spendCaps == .none)
    }

    @Test("a price of the operator's stands in place of ours, and every fault of a list is told")
    func prices() throws {
        let settings = try Settings(environment: ["MODEL_PRICES": "gpt-4o=1/2,llama3=0/0"])
        #expect(settings.prices.quote(for: "llama3").price.prompt == .zero)
        #expect(settings.prices.quote(for: "gpt-4o").price.completion == .init(microdollars: 2_000_000))
        #expect(SettingsTests.faults(["MODEL_PRICES": "gpt-4o"])["MODEL_PRICES"]?.contains("gpt-4o") == true)
        #expect(SettingsTests.faults(["SPEND_DAY_USD": "-1"])["SPEND_DAY_USD"] != nil)
    }
}
