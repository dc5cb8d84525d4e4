internal import Auth
internal import Drafts
// Zones by name are known to the whole library only.
internal import Foundation
internal import Jobs
internal import Logging
internal import Telegram

extension Settings {
    /// Reads the environment; throws every fault at once. The only place that knows the variables' names:
    /// `.env.example` lists the same ones.
    public init(environment: [String: String]) throws(SettingsError) {
        var reader = EnvironmentReader(environment)
        self = Self.read(&reader)
        guard reader.faults.isEmpty else { throw SettingsError(faults: reader.faults) }
    }

    /// Every variable that is read.
    static var variableNames: [String] {
        var reader = EnvironmentReader([:])
        _ = read(&reader)
        return reader.names
    }

    private static func read(_ reader: inout EnvironmentReader) -> Settings {
        let mongo = database(&reader)
        let redis = reader.address("REDIS_URL", schemes: ["redis", "unix"])
        let model = model(&reader)
        return Settings(
            host: reader.text("HOST", default: "127.0.0.1"),
            port: reader.whole("PORT", default: 8000, in: 0...65_535),
            dataDirectory: reader.text("REHO_DATA_DIR", default: "./data"),
            publicURL: reader.address("API_BASE_URL", schemes: ["http", "https"]),
            allowedOrigins: origins(&reader), mongo: mongo, redisURL: redis, model: model,
            prices: prices(&reader), spendCaps: spendCaps(&reader),
            tokens: tokens(&reader, isRequired: mongo != nil),
            logLevel: reader.choice("LOG_LEVEL", default: .info, Logger.Level.allCases.map { ($0.rawValue, $0) }),
            schedulerKey: secret(&reader, "SCHEDULER_API_KEY"), nightly: nightTime(&reader),
            webhook: webhook(&reader), telegram: telegram(&reader),
            mainBackendURL: reader.address("MAIN_BACKEND_URL", schemes: ["http", "https"]),
            mainBackendShape: reader.choice(
                "MAIN_BACKEND_SHAPE", default: .current, BackendShape.allCases.map { ($0.rawValue, $0) }),
            assumesConsent: reader.choice("MODEL_CONSENT", default: true, [("assumed", true), ("required", false)]),
            concurrentTurns: reader.whole("MAX_CONCURRENT_TURNS", default: 200, in: 1...2_000),
            drainSeconds: reader.whole("DRAIN_SECONDS", default: 25, in: 0...300))
    }

    private static func database(_ reader: inout EnvironmentReader) -> Database? {
        let uri = reader.address("DATABASE_URL", schemes: ["mongodb", "mongodb+srv"])
        let name = reader.text("MONGO_DB_NAME", default: "finance-management")
        let size = reader.whole("MONGO_POOL_SIZE", default: 8, in: 1...64)
        return uri.map { Database(uri: $0, name: name, poolSize: size) }
    }

    private static func webhook(_ reader: inout EnvironmentReader) -> Webhook? {
        let url = reader.address("WEBHOOK_URL", schemes: ["http", "https"])
        let secret = secret(&reader, "WEBHOOK_SECRET")
        guard let url else { return nil }
        guard let secret else {
            return reader.refuse("WEBHOOK_SECRET", "is needed with WEBHOOK_URL, so that the receiver can check", nil)
        }
        return Webhook(url: url, secret: secret)
    }

    private static func telegram(_ reader: inout EnvironmentReader) -> Telegram? {
        let token = reader.text("TELEGRAM_BOT_TOKEN", default: "")
        let secret = reader.text("TELEGRAM_WEBHOOK_SECRET", default: "")
        let url = reader.text("TELEGRAM_PUBLIC_URL", default: "")
        let api = reader.address("TELEGRAM_API_URL", schemes: ["http", "https"]) ?? BotAPISettings.telegram
        guard !TelegramSettings.isOff(token: token, secret: secret, publicURL: url) else { return nil }
        do throws(TelegramSettings.Faults) {
            return Telegram(bot: try TelegramSettings(token: token, secret: secret, publicURL: url), api: api)
        } catch {
            return reader.refuse("TELEGRAM_BOT_TOKEN", error.sentences.joined(separator: "; "), nil)
        }
    }

    private static func nightTime(_ reader: inout EnvironmentReader) -> NightTime? {
        let zone = reader.text("NIGHTLY_ZONE", default: "Europe/London")
        let time = reader.text("NIGHTLY_AT", default: "02:30")
        guard let place = TimeZone(identifier: zone) else {
            return reader.refuse("NIGHTLY_ZONE", "must be the name of a time zone, such as Europe/London", nil)
        }
        guard time != "off" else { return nil }
        let parts = time.split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
        guard time.utf8.count == 5, parts.count == 2, let hour = parts[0], let minute = parts[1],
            (0...23).contains(hour), (0...59).contains(minute)
        else { return reader.refuse("NIGHTLY_AT", "must be a time of day such as 02:30, or off", nil) }
        return NightTime(minutes: hour * 60 + minute, zone: place)
    }

    private static func model(_ reader: inout EnvironmentReader) -> Model? {
        let key = reader.text("OPENAI_API_KEY")
        let base = reader.address("OPENAI_BASE_URL", schemes: ["http", "https"])
        let name = reader.text("OPENAI_MODEL", default: "gpt-4o")
        let smaller = reader.text("OPENAI_SMALL_MODEL")
        // A compatible server of one's own may want no key; without either there is nobody to ask.
        guard key != nil || base != nil else { return nil }
        return Model(baseURL: base ?? "https://api.openai.com/v1", apiKey: key ?? "", name: name, smaller: smaller)
    }

    private static func tokens(_ reader: inout EnvironmentReader, isRequired: Bool) -> Tokens {
        let current = secret(&reader, "JWT_SECRET")
        let previous = secret(&reader, "JWT_PREVIOUS_SECRET")
        let until = reader.optionalWhole("JWT_PREVIOUS_SECRET_UNTIL", in: 1...4_102_444_800)
        let lifetime = reader.optionalWhole("JWT_MAX_LIFETIME", in: 60...315_360_000)
        reader.choice("JWT_ALGORITHM", default: (), [("HS256", ())])
        if let refresh = reader.text("JWT_REFRESH_SECRET"), refresh == current {
            reader.refuse("JWT_REFRESH_SECRET", "equals JWT_SECRET, so a refresh token would pass as access", ())
        }
        if current == nil, isRequired, !reader.faults.contains(where: { $0.variable == "JWT_SECRET" }) {
            reader.refuse("JWT_SECRET", "is needed with DATABASE_URL: the secret the main backend signs with", ())
        }
        if previous != nil, until == nil {
            reader.refuse("JWT_PREVIOUS_SECRET_UNTIL", "is needed with JWT_PREVIOUS_SECRET, in Unix seconds", ())
        }
        return Tokens(secret: current, previousSecret: previous, previousSecretUntil: until, maxLifetime: lifetime)
    }

    private static func secret(_ reader: inout EnvironmentReader, _ name: String) -> String? {
        guard let value = reader.text(name) else { return nil }
        let problems = SecretRules.problems(value)
        guard problems.isEmpty else { return reader.refuse(name, problems.joined(separator: "; "), nil) }
        return value
    }

    private static func origins(_ reader: inout EnvironmentReader) -> [String] {
        let text = reader.text(
            "ALLOWED_HOST_ORIGINS", default: "http://localhost:3000,http://127.0.0.1:3000")
        let origins = text.split(separator: ",").map { $0.filter { !$0.isWhitespace } }.filter { !$0.isEmpty }
        if !origins.allSatisfy(isOrigin) {
            reader.refuse("ALLOWED_HOST_ORIGINS", "must be a comma list of scheme://host[:port], no paths, no *", ())
        }
        return origins
    }

    private static func isOrigin(_ text: String) -> Bool {
        guard let scheme = ["http://", "https://"].first(where: { text.hasPrefix($0) }) else { return false }
        let rest = text.dropFirst(scheme.count)
        return !rest.isEmpty && !rest.contains { "/*?#@".contains($0) }
    }
}
