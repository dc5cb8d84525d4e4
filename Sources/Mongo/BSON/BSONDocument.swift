/// A document: named values in their stored order. A name may occur twice; reading by name gives the first.
public struct BSONDocument: Sendable, Hashable, ExpressibleByDictionaryLiteral {
    /// One named value.
    public struct Element: Sendable, Hashable {
        /// Its name.
        public var name: String
        /// What it holds.
        public var value: BSON

        /// A named value.
        public init(_ name: String, _ value: BSON) {
            self.name = name
            self.value = value
        }
    }

    /// In stored order.
    public var elements: [Element]

    /// A document of these elements.
    public init(_ elements: [Element] = []) { self.elements = elements }

    /// A document whose names keep the order written.
    public init(dictionaryLiteral elements: (String, BSON)...) {
        self.elements = elements.map { Element($0, $1) }
    }

    /// The first value of this name. Setting replaces it or appends it; setting nil removes every one.
    public subscript(name: String) -> BSON? {
        get { elements.first { $0.name == name }?.value }
        set {
            guard let newValue else { return elements.removeAll { $0.name == name } }
            if let index = elements.firstIndex(where: { $0.name == name }) {
                elements[index].value = newValue
            } else {
                elements.append(Element(name, newValue))
            }
        }
    }

    /// Whether there is nothing in it.
    public var isEmpty: Bool { elements.isEmpty }

    /// This document followed by the elements of another.
    public static func + (lhs: BSONDocument, rhs: BSONDocument) -> BSONDocument {
        BSONDocument(lhs.elements + rhs.elements)
    }
}
