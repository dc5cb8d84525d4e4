import Foundation
import Logging
import NIOConcurrencyHelpers
import Testing

@testable import App

@Suite("JSONLogHandler")
struct JSONLogHandlerTests {
    static func lines(_ body: (Logger) -> Void) -> [String] {
        let lines = NIOLockedValueBox<[String]>([])
        var logger = Logger(label: "test") { label in
            JSONLogHandler(label: label, level: .info, now: { Date(timeIntervalSince1970: 0) }) { line in
                lines.withLockedValue { $0.append(line) }
            }
        }
        logger[metadataKey: "instance"] = "one"
        body(logger)
        return lines.withLockedValue { $0 }
    }

    @Test("an event is one JSON line with its time, level, name and sorted metadata")
    func line() {
        let lines = Self.lines { $0.info("chat.turn.done", metadata: ["ms": "\(12)", "b": ["x", "y"]]) }
        let expected =
            #"{"ts":"1970-01-01T00:00:00.000Z","level":"info","event":"chat.turn.done","logger":"test","#
            + #""b":["x","y"],"instance":"one","ms":"12"}"# + "\n"
        #expect(lines == [expected])
    }

    @Test("numbers stay numbers")
    func numbers() {
        let lines = Self.lines {
            $0.info("e", metadata: ["ms": .stringConvertible(12), "ok": .stringConvertible(true)])
        }
        #expect(lines.first?.contains(#""ms":12,"ok":true"#) == true)
    }

    @Test("a value cannot start a line or a field of its own")
    func injection() throws {
        let hostile = "x\r\n{\"event\":\"admin ok\"}\u{1b}[31m\u{85}next\u{9b}31m\u{7f}"
        let lines = Self.lines { $0.info("e", metadata: ["name": "\(hostile)"]) }
        let line = try #require(lines.first)
        #expect(line.dropLast().allSatisfy { !$0.isNewline })
        // Those of one byte and those of Latin-1 alike: 85 ends a line, and 9b begins an order to a terminal.
        #expect(!line.dropLast().unicodeScalars.contains { $0.properties.generalCategory == .control })
        let read = try JSONDecoder().decode([String: String].self, from: Data(line.utf8))
        #expect(read["name"] == hostile)
        #expect(read["event"] == "e")
    }

    @Test("what is below the level is not written")
    func level() {
        #expect(Self.lines { $0.debug("quiet") }.isEmpty)
    }
}
