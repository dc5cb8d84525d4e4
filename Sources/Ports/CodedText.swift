internal import FoundationEssentials

/// How a store keeps a value of ours whole: JSON text with its names in order, so that equal values are equal texts.
public enum CodedText {
    /// The text of a value.
    public static func write(_ value: some Encodable) throws(PortError) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        do { return String(decoding: try encoder.encode(value), as: UTF8.self) } catch {
            throw PortError(.refused, "a value to store cannot be written as text")
        }
    }

    /// The value of a text. One that cannot be read is an error: it is never taken for nothing.
    public static func read<Value: Decodable>(_ text: String, as type: Value.Type) throws(PortError) -> Value {
        do { return try JSONDecoder().decode(type, from: Data(text.utf8)) } catch {
            throw PortError(.malformed, "a stored \(type) cannot be read")
        }
    }
}
