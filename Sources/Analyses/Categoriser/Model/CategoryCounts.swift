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

    /// A person counts once for a name, with the category that person gave it most, of equals the first by alphabet.
    init(_ examples: ArraySlice<CategoryExample>, _ limits: CategoryTrainer.Limits) {
        var users: [String: Set<UserID>] = [:]
        var uses: [NameKey: [UserID: [String: Int]]] = [:]
        for example in examples {
            users[example.category, default: []].insert(example.person)
            uses[NameKey(example.name), default: [:]][example.person, default: [:]][example.category, default: 0] += 1
        }
        uses[NameKey("")] = nil
        let known = users.filter { $0.value.count >= limits.peoplePerCategory }
        let most = known.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }.prefix(limits.categories)
        let categories = most.map(\.key).sorted()
        let places = Dictionary(uniqueKeysWithValues: categories.enumerated().map { ($1, $0) })
        self.categories = categories
        names = uses.compactMap { key, people in
            var counts: [Int: Int] = [:]
            for choices in people.values {
                let choice = choices.filter { places[$0.key] != nil }.min { ($1.value, $0.key) < ($0.value, $1.key) }
                if let place = choice.flatMap({ places[$0.key] }) { counts[place, default: 0] += 1 }
            }
            return counts.isEmpty ? nil : Name(key: key, features: NameFeatures.of(key), people: counts)
        }.sorted { $0.key.text < $1.key.text }
        self.examples = examples.count
        people = users.values.reduce(into: Set()) { $0.formUnion($1) }.count
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
