import Analyses
import TestKit
import Testing

@testable import Chat

/// A client on a socket: speaks frames, waits for frames.
struct Client: Sendable {
    let session: Session
    let wire: RecordingOutlet

    var frames: [Frame] { wire.frames.entries }

    /// Sends a `reho.v2` frame.
    func tell(_ type: String, _ members: KeyValuePairs<String, JSON> = [:]) {
        let all = [JSON.Member("v", 2), .init("type", .string(type))] + members.map { JSON.Member($0.key, $0.value) }
        session.received(JSON.object(all).text)
    }

    func say(_ message: String, id: String = Fresh.id()) {
        tell("send", ["clientMsgId": .string(id), "message": .string(message)])
    }

    /// Says something as a client of the old service does, and gives the whole answer.
    func ask(_ text: String) async throws -> String {
        let known = frames.of("full_response").count
        session.received(text)
        return try await frame("full_response", known).text
    }

    func stop(_ turn: String) { tell("stop", ["turnId": .string(turn)]) }

    func resume(_ turn: String, after sequence: Int) {
        tell("resume", ["turnId": .string(turn), "afterSeq": .int(Int64(sequence))])
    }

    /// The `index`-th frame of a type, once it is there.
    @discardableResult
    func frame(_ type: String, _ index: Int = 0) async throws -> Frame {
        try await wire.frames.wait(for: "\(type) \(index)") { $0.of(type).count > index }.of(type)[index]
    }

    /// The terminal frame of a turn, once it is there.
    @discardableResult
    func end(of turn: String) async throws -> Frame {
        let isEnd: @Sendable (Frame) -> Bool = { $0.isTerminal && $0.turnID == turn }
        return try #require(
            try await wire.frames.wait(for: "the end of \(turn)") { $0.contains(where: isEnd) }.first(where: isEnd))
    }

    /// The close code, once it is there.
    func closeCode() async throws -> UInt16 { try await wire.closes.wait(count: 1)[0] }

    /// Returns once everything sent before has been worked on: errands of one socket keep their order, and a turn
    /// nobody knows is one.
    func settle() async throws {
        let count = frames.count { $0.code == "not_found" }
        resume("00000000-0000-7000-8000-000000000000", after: 0)
        try await wire.frames.wait(for: "everything before") { $0.count { $0.code == "not_found" } > count }
    }
}
