import Finance
import FoundationEssentials
import GRDB
import Ports
import TestKit
import Testing

@testable import Embedded

@Suite("The embedded store lasts, and says what is wrong")
struct EmbeddedStoreTests {
    private let user = DemoPeople.featured

    @Test("Messages, titles and records survive a restart")
    func restart() async throws {
        try await withDirectory { directory in
            let conversation = ConversationID.standard(of: user)
            let message = StoredMessage(
                id: Fresh.id(), conversation: conversation, role: .user, text: "What's left?",
                at: NamedPeople.now, clientMessageID: "c-1")
            let first = try await EmbeddedStore.open(directory: directory)
            #expect(try await Conversations.embedded(first).append(user, message) == .new)
            _ = try await Conversations.embedded(first).rename(user, conversation, "Kept")
            try await first.fillWithDemoPeople(count: 3, now: NamedPeople.now)
            try first.close()

            let second = try await EmbeddedStore.open(directory: directory)
            let conversations = Conversations.embedded(second)
            #expect(try await conversations.messages(user, conversation, nil, 10) == [message])
            #expect(try await conversations.append(user, message) == .already(message))
            #expect(try await conversations.find(user, conversation)?.title == "Kept")
            #expect(try await second.fillWithDemoPeople(count: 3, now: NamedPeople.now) == .upToDate)
            #expect(try await People.embedded(second).find(user)?.name == "Maya Hartwell")
            try second.close()
        }
    }

    @Test("A stored message is on the disk before append returns: the file is in WAL mode with full synchronisation")
    func durability() async throws {
        try await withStore { store async throws in
            let modes = try await store.write { db in
                try (String.fetchOne(db, sql: "PRAGMA journal_mode"), Int.fetchOne(db, sql: "PRAGMA synchronous"))
            }
            #expect(modes == ("wal", 2))
        }
    }

    @Test("A record written between two questions is in the second answer")
    func freshness() async throws {
        try await withStore { store async throws in
            try await store.fillWithDemoPeople(count: 3, now: NamedPeople.now)
            let before = try await read(store).thisMonth
            try await store.insert(
                collection: "expenses",
                document: Document([
                    "_id": .id(Fresh.id()), "userId": .id(user.hex), "name": .string("Vet"), "amount": .double(87.5),
                    "endDate": .date(NamedPeople.now), "frequency": .string("on-off"),
                ]))
            let snapshot = try await read(store)
            #expect(snapshot.thisMonth.leftOver == before.leftOver - Money(pence: 87_50))
            #expect(CoachAnswer(to: "how much on the vet?", of: snapshot).text.contains("£87.50 on “Vet”"))
        }
    }

    @Test("A record without a usable id is refused, and the whole batch with it")
    func badRecord() async throws {
        try await withStore { store async throws in
            let good = Document(["_id": .id(Fresh.id()), "name": .string("Good")])
            let error = await #expect(throws: PortError.self) {
                try await store.insert(collection: "users", documents: [good, Document(["name": .string("Bad")])])
            }
            #expect(error?.code == .refused)
            #expect(try await store.count(collection: "users") == 0)
        }
    }

    @Test("A record that cannot be read is an error, never a snapshot without it")
    func malformedRecord() async throws {
        try await withStore { store async throws in
            try await store.fillWithDemoPeople(count: 3, now: NamedPeople.now)
            try await store.write { [user] db in
                try db.execute(
                    sql: "UPDATE documents SET body = '{' WHERE collection = 'debts' AND userId = ?",
                    arguments: [user.hex])
            }
            let error = await #expect(throws: PortError.self) { _ = try await read(store) }
            #expect(error?.code == .malformed)
        }
    }

    @Test("A file that is no database, a directory that cannot be made and a closed store each say what they are")
    func unusable() async throws {
        try await withDirectory { directory in
            try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
            let file = directory + "/" + EmbeddedStore.fileName
            try Data(String(repeating: "not a database. ", count: 100).utf8).write(to: URL(filePath: file))
            let broken = await #expect(throws: PortError.self) {
                _ = try await EmbeddedStore.open(directory: directory)
            }
            #expect(broken?.code == .malformed)
            let blocked = await #expect(throws: PortError.self) {
                _ = try await EmbeddedStore.open(directory: file + "/below")
            }
            #expect(blocked?.code == .unavailable && blocked?.message.contains(directory) == false)
        }
        let closed = try await withStore { $0 }
        let error = await #expect(throws: PortError.self) { try await Dependency.embedded(closed).probe() }
        #expect(error?.isRetryable == true)
    }

    @Test("While another process holds the write lock reads go on, and a write is busy after its bounded wait")
    func busy() async throws {
        try await withDirectory { directory in
            let settings = EmbeddedStore.Settings(lockWait: .milliseconds(50))
            let store = try await EmbeddedStore.open(directory: directory, settings: settings)
            var configuration = Configuration()
            configuration.allowsUnsafeTransactions = true
            let other = try DatabaseQueue(
                path: directory + "/" + EmbeddedStore.fileName, configuration: configuration)
            try await other.writeWithoutTransaction { db in try db.execute(sql: "BEGIN IMMEDIATE") }
            let error = await #expect(throws: PortError.self) {
                try await store.fillWithDemoPeople(count: 1, now: NamedPeople.now)
            }
            #expect(error?.code == .busy)
            #expect(try await store.count(collection: "users") == 0)
            try await other.writeWithoutTransaction { db in try db.execute(sql: "ROLLBACK") }
            #expect(try await store.fillWithDemoPeople(count: 1, now: NamedPeople.now) == .filled)
            try store.close()
        }
    }

    @Test("A healthy store answers its probe")
    func probe() async throws {
        try await withStore { store async throws in
            let dependency = Dependency.embedded(store)
            #expect(dependency.isNeeded)
            try await dependency.probe()
        }
    }

    private func read(_ store: EmbeddedStore) async throws -> Snapshot {
        try await Snapshots.embedded(store).read(user, NamedPeople.month, NamedPeople.now)
    }
}
