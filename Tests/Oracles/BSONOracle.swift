@testable import Mongo

/// Stored bytes to values.
///
/// 1. What was read can be written; what was written can be read, and is written the same again.
/// 2. Whatever lengths the bytes claim, a document takes no more room than the bytes there are allow.
/// 3. A number's text means the number.
enum BSONOracle {
    static func check(_ choice: UInt8, _ bytes: [UInt8]) throws {
        guard let document = try? BSONDocument(bytes: bytes) else { return }
        let written = document.bytes
        // Two bytes are the shortest element, and a place in a list is written with its number as its name.
        try BrokenPromise.unless(written.count <= 8 * bytes.count, "\(bytes.count) bytes became \(written.count)")
        let again: BSONDocument
        do {
            again = try BSONDocument(bytes: written)
        } catch {
            throw BrokenPromise("what was written cannot be read: \(error)")
        }
        try BrokenPromise.unless(again.bytes == written, "written twice: \(written)\n\(again.bytes)")
        for element in document.elements { try checkText(of: element.value) }
    }

    private static func checkText(of value: BSON) throws {
        switch value {
        case .decimal(let number):
            guard let read = Decimal128(number.description) else {
                return try BrokenPromise.unless(!isNumber(number), "\(number) is no text of a number")
            }
            try BrokenPromise.unless(read.description == number.description, "\(number) became \(read)")
        case .id(let id):
            try BrokenPromise.unless(ObjectID(id.hex) == id, "\(id.hex) is no text of an id")
        case .array(let values): for value in values { try checkText(of: value) }
        case .document(let inner): for element in inner.elements { try checkText(of: element.value) }
        default: break
        }
    }

    /// A zero of an exponent out of range, and a NaN with a sign, have a text and no way back.
    private static func isNumber(_ number: Decimal128) -> Bool {
        let text = number.description
        return text.contains { $0 != "0" && $0.isNumber } && !text.contains("E")
    }
}
