import Redis
import Testing
import Threads

@Suite("Redis settings from an address")
struct RedisSettingsTests {
    @Test("host, port and database are read, with their defaults")
    func host() throws {
        #expect(try RedisSettings(url: "redis://cache").address == .host("cache", port: 6_379))
        let full = try RedisSettings(url: "redis://10.0.0.7:7000/3")
        #expect(full.address == .host("10.0.0.7", port: 7_000))
        #expect(full.database == 3)
        #expect(try RedisSettings(url: "redis://[::1]:7000").address == .host("::1", port: 7_000))
    }

    @Test("a password comes with or without a user, percent escapes undone")
    func secrets() throws {
        let both = try RedisSettings(url: "redis://app:p%40ss%3Aw%2Ford@cache:6379")
        #expect(both.user == "app")
        #expect(both.password == "p@ss:w/ord")
        let alone = try RedisSettings(url: "redis://:secret@cache")
        #expect(alone.user == nil)
        #expect(alone.password == "secret")
    }

    @Test("a socket file is a plain path or a unix address")
    func unix() throws {
        #expect(try RedisSettings(url: "/run/redis.sock").address == .unix(path: "/run/redis.sock"))
        let full = try RedisSettings(url: "unix://:secret@/run/redis.sock?db=2")
        #expect(full.address == .unix(path: "/run/redis.sock"))
        #expect(full.database == 2)
        #expect(full.password == "secret")
    }

    @Test(
        "what cannot be meant is refused, and the refusal repeats nothing of it",
        arguments: [
            "", "cache:6379", "http://cache", "rediss://:hunter2@cache", "redis://", "redis://:hunter2@", "redis://c:0",
            "redis://c:hunter2", "redis://c:99999", "redis://c/hunter2", "redis://c/-1", "redis://hunter2@c", "unix://",
            "unix://hunter2/x",
        ])
    func refused(url: String) throws {
        let error = try #require(throws: RedisError.self) { try RedisSettings(url: url) }
        #expect(error.code == .invalidURL)
        #expect(!error.description.contains("hunter2"))
    }

    @Test("the operator's defaults")
    func defaults() throws {
        let settings = try RedisSettings(url: "redis://cache")
        #expect(settings.commandTimeout == .milliseconds(50))
        #expect(settings.backoff == .init(first: .milliseconds(50), longest: .seconds(2)))
        #expect(settings.breaker == .init(failures: 5, window: .seconds(10), rest: .seconds(5)))
    }

    @Test("printed settings show where, and never the password")
    func printed() throws {
        let settings = try RedisSettings(url: "redis://app:hunter2@cache:7000/3")
        #expect("\(settings)" == "redis://cache:7000/3")
        var dumped = ""
        dump(settings, to: &dumped)
        #expect(!(dumped + String(reflecting: settings)).contains("hunter2"))
    }
}
