import Finance

/// Types names the way one person does.
struct SyntheticNameWriter {
    private var draws: SyntheticDraws
    private let person: UserID
    private let isJudged: Bool
    private let isShouting: Bool

    init(_ seed: UInt64, _ number: Int, isJudged: Bool) {
        draws = SyntheticDraws(seed, number, 77)
        let digits = String(UInt64(number) + 0xC0_0000, radix: 16)
        guard let person = UserID(String(repeating: "0", count: 24 - digits.count) + digits) else {
            preconditionFailure("an invented id is 24 hex digits")
        }
        self.person = person
        self.isJudged = isJudged
        isShouting = draws.chance(12)
    }

    /// A name, its category and its kind: 5 in 100 mean many things, the rest are brands, local places and plain words.
    mutating func example() -> (CategoryExample, SyntheticNames.Kind) {
        guard !draws.chance(5) else {
            let (name, categories) = draws.pick(SyntheticNameCatalogue.ambiguous)
            return (made(name, draws.pick(categories)), .ambiguous)
        }
        let group = draws.pick(SyntheticNameCatalogue.groups)
        switch draws.int(0...9) {
        case 0...3:
            let (name, isNew) = pick(group.brands, newOneIn: 4, share: 15)
            return (made(name, group.category), isNew ? .unknownBrand : .knownBrand)
        case 4...6:
            let (place, isNew) = pick(group.places, newOneIn: 8, share: 8)
            return (made("\(owner()) \(place)", group.category), isNew ? .unknownPlace : .knownPlace)
        default:
            return (made(draws.pick(group.words), group.category), .knownWords)
        }
    }

    /// One of `names`; every `newOneIn`-th is kept for judging, where it makes up `share` per cent.
    private mutating func pick(_ names: [String], newOneIn: Int, share: Int) -> (String, Bool) {
        let new = names.enumerated().filter { $0.offset % newOneIn == newOneIn - 1 }.map(\.element)
        let old = names.enumerated().filter { $0.offset % newOneIn != newOneIn - 1 }.map(\.element)
        guard isJudged, !new.isEmpty, draws.chance(share) else { return (draws.pick(old), false) }
        return (draws.pick(new), true)
    }

    /// Owners of the first half are typed by those who teach, of the second by those who judge.
    private mutating func owner() -> String {
        let half = SyntheticNameCatalogue.owners.count / 2
        let owners = SyntheticNameCatalogue.owners
        return draws.pick(Array(isJudged ? owners[half...] : owners[..<half]))
    }

    private mutating func made(_ name: String, _ category: String) -> CategoryExample {
        CategoryExample(name: typed(name), category: category, person: person)
    }

    /// Case, numbers, words around it, and a slip of the finger in one name of five, or every other when judging.
    private mutating func typed(_ name: String) -> String {
        var text = name
        if draws.chance(isJudged ? 50 : 20) { text = slipped(text) }
        switch draws.int(0...11) {
        case 0: text = "\(text) \(draws.int(100...9_999))"
        case 1: text = "\(text) \(draws.pick(["Online", "UK", "Ltd", "Store", "Direct"]))"
        case 2: text = "\(draws.pick(["Card payment to", "DD", "Paid", "Visa"])) \(text)"
        case 3:
            text = "\(text) \(draws.pick(["March", "with Sam", "again", "x2", "for kids", "week \(draws.int(1...4))"]))"
        default: break
        }
        return isShouting ? text.uppercased() : draws.chance(45) ? text.lowercased() : text
    }

    /// One letter left out, doubled, swapped with the next or hit beside.
    private mutating func slipped(_ text: String) -> String {
        var letters = Array(text)
        guard letters.count > 3 else { return text }
        let place = draws.int(1...letters.count - 2)
        switch draws.int(0...3) {
        case 0: letters.remove(at: place)
        case 1: letters.insert(letters[place], at: place)
        case 2: letters.swapAt(place, place + 1)
        default: letters[place] = draws.pick(Array("aeiourstln"))
        }
        return String(letters)
    }
}
