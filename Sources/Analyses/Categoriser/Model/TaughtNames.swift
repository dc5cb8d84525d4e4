public import Finance

/// What one person's links teach about names: the category each name was given most. It is kept between nights, so that
/// a model can be made from everyone without reading everyone's records again; it goes when the person goes.
public struct TaughtNames: Sendable, Hashable, Codable {
    /// Names kept of one person, those linked most often.
    public static let limit = 200

    /// How many links they come from.
    public private(set) var links: Int
    /// The category of each name, by what `NameKey` leaves of it.
    private(set) var categories: [String: String]

    /// What this person's own links teach.
    public init(of snapshot: Snapshot) { self.init(snapshot.categoryExamples) }

    /// What the links of one person teach; of categories given equally often, the first by alphabet.
    public init(_ examples: [CategoryExample]) {
        var uses: [String: [String: Int]] = [:]
        for example in examples {
            uses[NameKey(example.name).text, default: [:]][example.category, default: 0] += 1
        }
        uses[""] = nil
        let order = uses.mapValues { $0.values.reduce(0, +) }.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        let kept = order.prefix(Self.limit)
        links = kept.reduce(0) { $0 + $1.value }
        categories = Dictionary(
            uniqueKeysWithValues: kept.map { name, _ in (name, Self.most(uses[name] ?? [:])) })
    }

    /// Whether there is nothing to learn from.
    public var isEmpty: Bool { categories.isEmpty }

    private static func most(_ counts: [String: Int]) -> String {
        counts.min { ($1.value, $0.key) < ($0.value, $1.key) }?.key ?? ""
    }
}
