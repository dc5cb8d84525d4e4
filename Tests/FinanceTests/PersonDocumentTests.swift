import Finance
import TestKit
import Testing

@Suite("Reading a person")
struct PersonDocumentTests {
    @Test("a full document")
    func full() throws {
        let maya = try Person(document: NamedPeople.maya.user)
        #expect(
            maya
                == Person(
                    id: NamedPeople.mayaID, name: "Maya Thornton", role: .user, partnerID: NamedPeople.danielID))
        #expect(try Person(document: NamedPeople.admin).role == .admin)
    }

    @Test("absent fields take the backend's defaults")
    func defaults() throws {
        let bare = try Person(document: Document(["_id": .id(NamedPeople.noahID.hex)]))
        #expect(
            bare
                == Person(id: NamedPeople.noahID, name: "", role: .user, isBlocked: false, isVerified: false))
    }

    @Test("only the exact word grants a role", arguments: ["admin", "ADMIN ", "SUPER", ""])
    func roles(text: String) throws {
        var document = NamedPeople.admin
        document.fields["role"] = .string(text)
        #expect(try Person(document: document).role == Person.Role.none)
        document.fields["role"] = .array([.string("ADMIN")])
        #expect(try Person(document: document).role == Person.Role.none)
    }

    @Test("blocked, deleted, unlinked")
    func states() throws {
        var document = NamedPeople.maya.user
        document.fields["status"] = .string("Blocked")
        document.fields["isDeleted"] = .bool(true)
        document.fields["partnerId"] = .null
        let person = try Person(document: document)
        #expect(person.isBlocked && person.isDeleted && person.partnerID == nil)
    }

    @Test(
        "without a readable id there is no person", arguments: [Document.Value.null, .string("me"), .int(7), .id("12")])
    func noID(value: Document.Value) {
        #expect(throws: SnapshotError.noUserID) { try Person(document: Document(["_id": value])) }
    }
}
