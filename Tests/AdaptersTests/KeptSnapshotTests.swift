import Finance
import FoundationEssentials
import TestKit
import Testing

@testable import Adapters

@Suite("Snapshots as they lie in a cache")
struct KeptSnapshotTests {
    @Test("each named person's snapshot is read back exactly")
    func roundTrip() throws {
        for (name, documents) in NamedPeople.all {
            let snapshot = try NamedPeople.snapshot(of: documents)
            let bytes = try #require(KeptSnapshot.bytes(of: snapshot))
            let read = KeptSnapshot.snapshot(in: bytes, of: snapshot.person.id, snapshot.month)
            #expect(read == .success(snapshot), "\(name)")
        }
    }

    @Test("the key names our schema, the person and the month")
    func key() {
        let key = KeptSnapshot.key(NamedPeople.mayaID, NamedPeople.month)
        #expect(key == "sidecar:snapshot:v\(Snapshot.schema):\(NamedPeople.mayaID):2026-04")
    }

    @Test("another person's snapshot, another month's and another shape's are refused")
    func refused() throws {
        let snapshot = try NamedPeople.snapshot(of: NamedPeople.maya)
        let bytes = try #require(KeptSnapshot.bytes(of: snapshot))
        let month = NamedPeople.month
        let other = try Fresh.user()
        #expect(KeptSnapshot.snapshot(in: bytes, of: other, month) == .failure(.otherOwner))
        #expect(KeptSnapshot.snapshot(in: bytes, of: snapshot.person.id, month.next) == .failure(.otherMonth))
        let older = edited(bytes, "\"schema\":\(Snapshot.schema)", to: "\"schema\":0")
        #expect(KeptSnapshot.snapshot(in: older, of: snapshot.person.id, month) == .failure(.otherSchema))
    }

    @Test("a label that does not fit its content is refused")
    func relabelled() throws {
        let snapshot = try NamedPeople.snapshot(of: NamedPeople.maya)
        let other = try Fresh.user()
        var foreign = snapshot
        foreign.person.id = other
        let bytes = try #require(KeptSnapshot.bytes(of: foreign))
        let relabelled = edited(bytes, "\"user\":\"\(other)\"", to: "\"user\":\"\(snapshot.person.id)\"")
        #expect(
            KeptSnapshot.snapshot(in: relabelled, of: snapshot.person.id, NamedPeople.month) == .failure(.otherOwner))
    }

    @Test(
        "what is cut short or was never one of ours is refused",
        arguments: ["", "{}", "null", "[]", "hello", "{\"header\":{}}"])
    func garbage(text: String) {
        let read = KeptSnapshot.snapshot(in: Array(text.utf8), of: NamedPeople.mayaID, NamedPeople.month)
        #expect(read == .failure(.unreadable))
    }

    @Test("cut at any place it is refused, never half read")
    func truncated() throws {
        let snapshot = try NamedPeople.snapshot(of: NamedPeople.noah)
        let bytes = try #require(KeptSnapshot.bytes(of: snapshot))
        for length in bytes.indices {
            let read = KeptSnapshot.snapshot(in: Array(bytes.prefix(length)), of: snapshot.person.id, NamedPeople.month)
            #expect(read == .failure(.unreadable))
        }
    }

    private func edited(_ bytes: [UInt8], _ old: String, to new: String) -> [UInt8] {
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(text.contains(old))
        return Array(text.replacing(old, with: new).utf8)
    }
}
