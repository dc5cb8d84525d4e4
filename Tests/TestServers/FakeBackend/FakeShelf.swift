import Finance
import FoundationEssentials

/// The fake's database: documents by kind in the order they came, and what has still to be handed to the test's store.
struct FakeShelf: Sendable {
    let shape: FakeBackend.Shape
    private(set) var documents: [FakeKind: [Document]] = [:]
    private var puts: [FakePut] = []
    private var count = 0
    /// So that two fakes over one database make no equal ids.
    private let machine = String(UInt64.random(in: 1 << 36..<1 << 40), radix: 16)

    init(_ shape: FakeBackend.Shape) { self.shape = shape }

    /// Puts a document in place of any with its id, or at the end.
    mutating func put(_ kind: FakeKind, _ document: Document) {
        seed(kind, document)
        puts.append(FakePut(collection: kind.collection, document: document))
    }

    /// The same for a document the test's own store has already.
    mutating func seed(_ kind: FakeKind, _ document: Document) {
        if let index = documents[kind]?.firstIndex(where: { $0["_id"] == document["_id"] }) {
            documents[kind]?[index] = document
        } else {
            documents[kind, default: []].append(document)
        }
    }

    /// What was put since it was last asked.
    mutating func takePuts() -> [FakePut] {
        defer { puts = [] }
        return puts
    }

    /// A person's live documents.
    func list(_ kind: FakeKind, of owner: String) -> [Document] {
        (documents[kind] ?? []).filter { $0["userId"] == .id(owner) && $0["isDeleted"] != .bool(true) }
    }

    /// A live document by id, whoever's it is: nobody checks (contract 7, safety).
    func find(_ kind: FakeKind, _ id: String) throws(FakeRefusal) -> Document {
        guard UserID(id) != nil else { throw FakeRefusal(400, "Cast to ObjectId failed for value \"\(id)\"") }
        guard let found = documents[kind]?.first(where: { $0["_id"] == .id(id) }), found["isDeleted"] != .bool(true)
        else { throw FakeRefusal(404, "\(kind.noun) not found") }
        return found
    }

    mutating func newID(at now: Date) -> Document.Value {
        count += 1
        let seconds = String(UInt32(now.timeIntervalSince1970), radix: 16)
        let number = String(0x10_0000 + count, radix: 16)
        return .id(seconds + machine + number)
    }
}

extension Document {
    func number(_ name: String) -> Double? { self[name]?.number }
    func text(_ name: String) -> String? { self[name]?.text }
}
