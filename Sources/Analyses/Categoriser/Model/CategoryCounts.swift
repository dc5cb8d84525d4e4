import Finance

/// Examples counted: which names went to which category, by how many people.
struct CategoryCounts: Sendable {
    /// One name with the people behind each of its categories.
    struct Name: Sendable, Hashable {
        let key: NameKey
        /// What the model looks at.
        let features: [Int]
        /// People by category place.
        let people: [Int: Int]

        /// The category most people gave it; of equals the first.
        var category: Int { people.min { ($1.value, $0.key) < ($0.value, $1.key) }?.key ?? 0 }
        var total: Int { people.values.reduce(0, +) }
    }

    /// Categories that enough people use, in alphabetical order.
    let categories: [String]
    /// In order of their text.
    let names: [Name]
    /// How many examples and people they come from.
    let examples: Int
    let people: Int

    /// Categories of enough people, and the names that went to them.
    init(_ tally: CategoryTally, _ limits: CategoryTrainer.Limits) {
        let known = tally.users.filter { $0.value >= limits.peoplePerCategory }
        let most = known.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(limits.categories)
        let categories = most.map(\.key).sorted()
        let places = Dictionary(uniqueKeysWithValues: categories.enumerated().map { ($1, $0) })
        self.categories = categories
        names = tally.names.compactMap { key, people in
            let counts = people.compactMap { category, count in places[category].map { ($0, count) } }
            guard !counts.isEmpty else { return nil }
            return Name(key: key, features: NameFeatures.of(key), people: Dictionary(uniqueKeysWithValues: counts))
        }.sorted { $0.key.text < $1.key.text }
        examples = tally.links
        people = tally.people
    }

    init(_ counts: CategoryCounts, _ names: [Name]) {
        categories = counts.categories
        self.names = names
        examples = counts.examples
        people = counts.people
    }

    /// The names for which a test holds, and the others.
    func split(_ test: (NameKey) -> Bool) -> (CategoryCounts, CategoryCounts) {
        (CategoryCounts(self, names.filter { test($0.key) }), CategoryCounts(self, names.filter { !test($0.key) }))
    }

    /// Names on which enough people agree, those with most people first when there are too many.
    func memory(people least: Int, limit: Int) -> CategoryMemory {
        let agreed = names.filter { name in
            name.total >= least && (name.people[name.category] ?? 0) * 100 >= name.total * CategoryTrainer.agreement
        }
        let kept = agreed.sorted { ($1.total, $0.key.text) < ($0.total, $1.key.text) }.prefix(limit)
        return CategoryMemory(
            Dictionary(kept.map { ($0.key.hash, $0.category) }, uniquingKeysWith: { first, _ in first }))
    }

    /// Leads and outcomes for every name, each judged by a model that did not see it.
    func outcomes(folds: UInt64) -> [(margin: Int, isRight: Bool)] {
        (0..<folds).flatMap { fold -> [(margin: Int, isRight: Bool)] in
            let (judged, shown) = split { ($0.hash >> 20) % folds == fold }
            let model = shown.model(card: nil, calibration: CategoryCalibration([]), memory: CategoryMemory())
            return judged.names.compactMap { name in
                model.lead(name.features).map { ($0.margin, $0.place == name.category) }
            }
        }
    }
}
