import Finance

/// What one person said about names: the newest word on a name counts, at once. Bounded; the oldest go first.
public struct CategoryCorrections: Sendable, Hashable, Codable {
    /// Names kept.
    public static let limit = 1_000

    private var categories: [String: String] = [:]
    private var order: [String] = []

    /// Nothing corrected yet.
    public init() {}

    /// How many names are kept.
    public var count: Int { order.count }

    /// Takes down that `name` belongs to `category`; an empty category takes the correction back.
    public mutating func correct(_ name: String, to category: String) {
        let key = NameKey(name).text
        let category = TypedText(category).text
        guard !key.isEmpty else { return }
        order.removeAll { $0 == key }
        categories[key] = category.isEmpty ? nil : category
        guard !category.isEmpty else { return }
        order.append(key)
        if order.count > Self.limit { categories[order.removeFirst()] = nil }
    }

    /// What was said of this name, whatever its case, numbers and punctuation.
    public func category(of name: String) -> String? { category(of: NameKey(name)) }

    func category(of key: NameKey) -> String? { key.isEmpty ? nil : categories[key.text] }
}
