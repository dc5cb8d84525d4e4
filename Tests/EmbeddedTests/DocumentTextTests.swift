import Finance
import FoundationEssentials
import TestKit
import Testing

@testable import Embedded

@Suite("Documents as text")
struct DocumentTextTests {
    private static let everything = Document([
        "null": .null, "yes": .bool(true), "int": .int(.min), "third": .double(1.0 / 3), "nan": .double(.infinity),
        "decimal": .decimal("12.50"), "text": .string("£ \"quoted\" \\ \n\u{0} 家計"),
        "id": .id("66200000000000000000a001"),
        "date": .date(Date(timeIntervalSince1970: 1_776_679_200.123)), "other": .other("regex"),
        "list": .array([.int(1), .null, .array([]), .document(Document(["a": .bool(false)]))]),
        "nested": .document(Document(["int": .string("a field named like a kind"), "$oid": .null])),
    ])

    @Test("Every kind of value comes back as it was, and equal documents make equal text")
    func roundTrip() throws {
        let text = DocumentText.write(Self.everything)
        #expect(try DocumentText.read(text) == Self.everything)
        #expect(DocumentText.write(try DocumentText.read(text)) == text)
        #expect(try DocumentText.read(DocumentText.write(Document())) == Document())
    }

    @Test("Whole numbers stay whole and doubles stay doubles")
    func numberKinds() throws {
        let document = Document(["a": .int(12), "b": .double(12)])
        #expect(try DocumentText.read(DocumentText.write(document)) == document)
    }

    @Test(
        "Text that no document made is an error",
        arguments: [
            "", "[]", "{\"a\":1}", "{\"a\":{\"what\":1}}", "{\"a\":{\"double\":\"x\"}}", "{\"a\":{\"int\":1.5}}", "{",
        ])
    func malformed(_ text: String) {
        #expect(throws: (any Error).self) { try DocumentText.read(text) }
    }

    @Test("Endless nesting is refused, reasonable nesting is not")
    func depth() throws {
        func nested(_ depth: Int) -> Document {
            (0..<depth).reduce(Document()) { inner, _ in Document(["a": .document(inner)]) }
        }
        #expect(try DocumentText.read(DocumentText.write(nested(10))) == nested(10))
        #expect(throws: (any Error).self) { try DocumentText.read(DocumentText.write(nested(100))) }
    }

    @Test("The records of every named person survive")
    func people() throws {
        for (name, documents) in NamedPeople.all {
            for document in [documents.user] + documents.expenses + documents.debts + documents.savingGoals {
                // Compared as text: not-a-number is equal to nothing, itself included.
                let text = DocumentText.write(document)
                #expect(DocumentText.write(try DocumentText.read(text)) == text, "\(name)")
            }
        }
    }
}
