import Finance
import Foundation
import Ports
import TestKit
import Testing

@testable import Embedded

@Suite("The outbox on the disk")
struct OutboxFileTests {
    private static func with(_ body: (String) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("outbox-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try await body(folder)
    }

    private static func entry(_ text: String, of user: UserID = NamedPeople.mayaID) throws -> Outbox.Entry {
        Outbox.Entry(
            user: user,
            message: StoredMessage(
                id: Fresh.id(), conversation: try #require(ConversationID("c")), role: .assistant, text: text,
                at: NamedPeople.now, state: .stopped, turnID: "t", replaces: Fresh.id(),
                origin: AnswerOrigin(model: "m", rules: "r", facts: "f"),
                claim: TurnClaim(instance: "i", answerID: "a")))
    }

    @Test("what was put is there, field by field and in order, after the file was opened anew")
    func reopened() async throws {
        try await Self.with { folder in
            let entries = try ["one", "twö £", "three"].map { try Self.entry($0) }
            let file = try await OutboxFile.open(directory: folder)
            for entry in entries { try await file.port.put(entry) }
            file.close()
            let again = try await OutboxFile.open(directory: folder)
            #expect(try await again.port.waiting(10) == entries)
            #expect(try await again.port.waiting(2) == Array(entries.prefix(2)))
            again.close()
        }
    }

    @Test("put twice is once, in its first place, and what is removed is gone")
    func once() async throws {
        try await Self.with { folder in
            let file = try await OutboxFile.open(directory: folder)
            var (first, second) = (try Self.entry("one"), try Self.entry("two"))
            for entry in [first, second] { try await file.port.put(entry) }
            first.message.text = "one and more"
            try await file.port.put(first)
            #expect(try await file.port.waiting(10) == [first, second])
            try await file.port.remove(first.message.id)
            second.message.text = ""
            #expect(try await file.port.waiting(10).map(\.message.id) == [second.message.id])
            file.close()
        }
    }

    @Test("of a person who is forgotten nothing is left in the file, of others everything")
    func forgotten() async throws {
        try await Self.with { folder in
            let file = try await OutboxFile.open(directory: folder)
            try await file.port.put(try Self.entry("canary-7431"))
            let other = try Self.entry("kept", of: NamedPeople.noahID)
            try await file.port.put(other)
            try await file.port.forget(NamedPeople.mayaID)
            #expect(try await file.port.waiting(10) == [other])
            file.close()
            for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
                let bytes = try Data(contentsOf: URL(fileURLWithPath: folder + "/" + name))
                #expect(bytes.range(of: Data("canary-7431".utf8)) == nil, "\(name)")
            }
        }
    }

    @Test("nobody but this service's user can read the file")
    func mode() async throws {
        try await Self.with { folder in
            let file = try await OutboxFile.open(directory: folder)
            let attributes = try FileManager.default.attributesOfItem(atPath: folder + "/" + OutboxFile.name)
            #expect(attributes[.posixPermissions] as? Int == 0o600)
            file.close()
        }
    }
}
