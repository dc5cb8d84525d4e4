/// Everyone's links, added up person by person: how many people gave a name which category. It holds a name once,
/// however many people use it, and no person at all.
public struct CategoryTally: Sendable {
    /// Different names it counts; later new ones are left out, those it knows go on counting.
    public static let mostNames = 50_000

    /// People by category of each name.
    private(set) var names: [NameKey: [String: Int]] = [:]
    /// People who use each category.
    private(set) var users: [String: Int] = [:]
    /// People counted.
    public private(set) var people = 0
    /// Links they come from.
    public private(set) var links = 0
    private let most: Int

    /// Nobody counted yet.
    public init(most: Int = mostNames) { self.most = most }

    init(_ examples: [CategoryExample], most: Int = mostNames) {
        self.init(most: most)
        let people = Dictionary(grouping: examples, by: \.person).sorted { $0.key < $1.key }
        for person in people { add(TaughtNames(person.value)) }
    }

    /// Counts one person in; each once.
    public mutating func add(_ taught: TaughtNames) {
        guard !taught.isEmpty else { return }
        people += 1
        links += taught.links
        for category in Set(taught.categories.values) { users[category, default: 0] += 1 }
        for (name, category) in taught.categories {
            let key = NameKey(name)
            guard !key.isEmpty, names[key] != nil || names.count < most else { continue }
            names[key, default: [:]][category, default: 0] += 1
        }
    }
}
