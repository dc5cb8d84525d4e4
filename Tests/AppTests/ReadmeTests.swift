import Foundation
import TestServers
import Testing

@testable import App

/// The conversation in the README, held as it stands there.
@Suite("README")
struct ReadmeTests {
    struct Line {
        var isSent: Bool
        var frame: Frame
    }

    static func sample() throws -> [Line] {
        let root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let text = try String(contentsOf: root.appendingPathComponent("README.md"), encoding: .utf8)
        let block = try #require(text.components(separatedBy: "```frames\n").dropFirst().first)
        let lines = try #require(block.components(separatedBy: "```").first).split(separator: "\n")
        return try lines.map { Line(isSent: $0.hasPrefix("→"), frame: try Frame(String($0.dropFirst(2)))) }
    }

    @Test("the sample conversation happens: same frames, same keys, same fixed values")
    func conversation() async throws {
        let sample = try Self.sample()
        #expect(sample.count >= 5)
        try await RunningApp.with { app in
            let socket = try await ChatSocket.connect(port: app.port, token: app.demoToken)
            for line in sample {
                if line.isSent {
                    socket.raw.send(text: line.frame.text)
                } else {
                    let got = try await socket.next(line.frame.type)
                    Self.compare(expected: line.frame.fields, got: got.fields, path: line.frame.type)
                }
            }
        }
    }

    /// Every key of the sample is there; a value that is not "…" is the same.
    static func compare(expected: [String: Any], got: [String: Any], path: String) {
        for (key, value) in expected {
            guard let found = got[key] else {
                Issue.record("\(path).\(key) is missing")
                continue
            }
            switch value {
            case let value as [String: Any]:
                compare(expected: value, got: found as? [String: Any] ?? [:], path: "\(path).\(key)")
            case let value as String where value != "…": #expect(found as? String == value, "\(path).\(key)")
            case let value as Int: #expect(found as? Int == value, "\(path).\(key)")
            case is NSNull: #expect(found is NSNull, "\(path).\(key)")
            default: break
            }
        }
    }
}
