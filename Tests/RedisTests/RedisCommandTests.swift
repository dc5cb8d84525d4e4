import Testing

@testable import Redis

@Suite("Redis commands on the wire")
struct RedisCommandTests {
    @Test("words become bulk strings, byte for byte")
    func wire() {
        let command = RedisCommand(["SET", RedisArgument([0, 13, 10, 255]), 42, ""])
        let expected =
            Array("*4\r\n$3\r\nSET\r\n$4\r\n".utf8) + [0, 13, 10, 255] + Array("\r\n$2\r\n42\r\n$0\r\n\r\n".utf8)
        #expect(command.wire == expected)
    }

    @Test(
        "what would break the pairing of commands and replies is not sent",
        arguments: [
            [String](), [""], ["subscribe", "a"], ["MULTI"], ["Select", "1"], ["CLIENT", "REPLY", "OFF"],
            ["BLPOP", "a"],
        ])
    func unshared(words: [String]) throws {
        let error = try #require(throws: RedisError.self) {
            try RedisCommand(checking: words.map { RedisArgument($0) }, limit: 1_000)
        }
        #expect(error.code == .unsupported)
    }

    @Test("a command over the limit is not sent, one at the limit is")
    func limit() throws {
        let exact: [RedisArgument] = ["SET", "key", RedisArgument([UInt8](repeating: 1, count: 94))]
        _ = try RedisCommand(checking: exact, limit: 100)
        let error = try #require(throws: RedisError.self) { try RedisCommand(checking: exact, limit: 99) }
        #expect(error.code == .oversized)
    }
}
