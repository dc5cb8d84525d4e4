import Analyses
import Finance
import FoundationEssentials

/// A refusal of the backend, in its words.
struct FakeRefusal: Error, Equatable {
    struct Fault: Equatable {
        let path: String
        let message: String

        init(_ path: String, _ message: String) {
            self.path = path
            self.message = message
        }
    }

    let status: Int
    let message: String
    let faults: [Fault]

    init(_ status: Int, _ message: String, _ faults: [Fault]? = nil) {
        self.status = status
        self.message = message
        self.faults = faults ?? [Fault("", message)]
    }

    static func invalid(_ faults: [Fault]) -> FakeRefusal { FakeRefusal(400, "Validation Error", faults) }
}

/// An answer before it is put on the wire.
struct FakeReply: Equatable {
    let status: Int
    let body: JSON

    /// The envelope of success.
    init(_ status: Int, _ message: String, _ data: JSON) {
        self.status = status
        body = ["success": true, "message": .string(message), "statusCode": .int(Int64(status)), "data": data]
    }

    /// The envelope of errors.
    init(_ refusal: FakeRefusal) {
        status = refusal.status
        body = [
            "success": false, "message": .string(refusal.message), "statusCode": .int(Int64(refusal.status)),
            "error": .array(refusal.faults.map { ["path": .string($0.path), "message": .string($0.message)] }),
        ]
    }

    /// No such route: the one answer in an envelope of its own.
    init(noRoute uri: String) {
        status = 404
        body = [
            "success": false, "message": "Not found",
            "errorMessages": [["path": .string(uri), "message": "There is no such route"]],
        ]
    }
}

extension Document {
    /// As REST shows it: ids and dates are texts.
    var json: JSON {
        .object(fields.sorted { $0.key < $1.key }.map { JSON.Member($0.key, $0.value.json) })
    }
}

extension Document.Value {
    var json: JSON {
        switch self {
        case .null: .null
        case .bool(let value): .bool(value)
        case .int(let value): .int(value)
        case .double(let value): .number(value)
        case .string(let text), .decimal(let text), .id(let text), .other(let text): .string(text)
        case .date(let date): .string(date.scriptText)
        case .array(let values): .array(values.map(\.json))
        case .document(let document): document.json
        }
    }
}

/// A body as it was sent. A number is whole when its value is, however it is written.
struct SentJSON: Decodable {
    let value: Document.Value

    private struct Key: CodingKey {
        let stringValue: String
        let intValue: Int? = nil
        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { return nil }
    }

    init(from decoder: any Decoder) throws {
        if let object = try? decoder.container(keyedBy: Key.self) {
            let fields = try object.allKeys.map { ($0.stringValue, try object.decode(SentJSON.self, forKey: $0).value) }
            value = .document(Document(Dictionary(fields) { first, _ in first }))
        } else if var list = try? decoder.unkeyedContainer() {
            var values: [Document.Value] = []
            while !list.isAtEnd { values.append(try list.decode(SentJSON.self).value) }
            value = .array(values)
        } else {
            let single = try decoder.singleValueContainer()
            if single.decodeNil() {
                value = .null
            } else if let flag = try? single.decode(Bool.self) {
                value = .bool(flag)
            } else if let number = try? single.decode(Double.self) {
                value = .number(number)
            } else {
                value = .string(try single.decode(String.self))
            }
        }
    }
}
