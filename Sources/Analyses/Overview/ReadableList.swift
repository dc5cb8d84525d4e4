/// What can still be read of a stored list: an element of a shape or a spelling that is no longer known is left out and
/// takes no other with it.
struct ReadableList<Element: Decodable>: Decodable {
    let elements: [Element]

    init(from decoder: any Decoder) throws {
        elements = try decoder.singleValueContainer().decode([Part].self).compactMap(\.element)
    }

    private struct Part: Decodable {
        let element: Element?
        init(from decoder: any Decoder) { element = try? Element(from: decoder) }
    }
}

extension KeyedDecodingContainer {
    /// The readable part of a list; empty when there is none.
    func readable<Element: Decodable>(_ key: Key) -> [Element] {
        (try? decodeIfPresent(ReadableList<Element>.self, forKey: key))?.elements ?? []
    }
}
