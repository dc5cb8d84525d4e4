import Finance
import Foundation
import TestKit
import TestServers
import Testing

@testable import App

/// F01: a socket cut after any frame of an answer, and the same answer to the letter after coming back.
@Suite("Resume")
struct ResumeTests {
    static let tokens = 198

    @Test("a turn of 200 frames, cut by a reset after each frame in turn, resumes to the exact same text")
    func everyCut() async throws {
        try await Backend.with(usual: script(gap: .zero), environment: ["LOG_LEVEL": "warning"]) { backend, app in
            let (socket, _) = try await app.chat(try await app.token(NamedPeople.mayaID))
            try socket.ask("Everything, please")
            let whole = try await socket.turn()
            let turn = try #require(whole.first?.turnID)
            #expect(whole.count >= 200)
            for cut in 0..<whole.count {
                let rest = try await Self.resume(app, turn, after: cut)
                #expect(rest.map(\.text) == whole.dropFirst(cut).map(\.text), "cut after \(cut)")
            }
        }
    }

    @Test("cut while the answer runs: what was missed comes first, then what is new, and nothing twice")
    func whileRunning() async throws {
        try await Backend.with(usual: script(gap: .milliseconds(4)), environment: ["LOG_LEVEL": "warning"]) { _, app in
            for cut in stride(from: 1, through: 190, by: 27) {
                let token = try await app.token(NamedPeople.mayaID)
                let (socket, _) = try await app.chat(token)
                try socket.ask("Everything, please")
                var seen: [Frame] = []
                while seen.count < cut { seen.append(try await socket.next()) }
                await socket.raw.connection.reset()
                let turn = try #require(seen.first?.turnID)
                seen += try await Self.resume(app, turn, after: cut)
                #expect(seen.map(\.seq) == (1...seen.count).map { $0 })
                #expect(seen.count { $0.isTerminal } == 1)
                let words = seen.filter { $0.type == "text_delta" }.compactMap(\.words).joined()
                #expect(words == FakeOpenAI.text(tokens: Self.tokens))
                #expect(seen.last?.words == words)
            }
        }
    }

    static func resume(_ app: RunningApp, _ turn: String, after seq: Int) async throws -> [Frame] {
        let (socket, _) = try await app.chat(try await app.token(NamedPeople.mayaID))
        try socket.send(["type": "resume", "turnId": turn, "afterSeq": seq])
        let frames = try await socket.turn()
        await socket.raw.connection.reset()
        return frames
    }

    private func script(gap: Duration) -> FakeScript {
        var script = FakeScript()
        script.tokens = Self.tokens
        script.gap = gap
        return script
    }
}
