import Finance

// One amount in several words: "2 pounds 5p", "two hundred and fifty quid", "1.5 grand".
extension SpokenNumbers {
    /// "Ten pounds fifty", "2 pounds 5p": the pence behind the pounds; how many words they take.
    static func addPence(to amount: inout SpokenAmount, _ words: SpokenWords, _ index: Int) -> Int {
        if let pence = pence(words, index) { return add(pence, to: &amount) }
        guard amount.money.pence.isMultiple(of: 100), let (pence, length) = NumberWords.number(in: words, at: index),
            (10...99).contains(pence), !currency.contains(words.key(index + length)),
            !counted.contains(words.key(index + length))
        else { return 0 }
        amount.money += Money(pence: pence)
        return length
    }

    /// `5p`, `and 50p`, `50 pence`, at a place.
    static func pence(_ words: SpokenWords, _ index: Int) -> (pence: Int64, length: Int)? {
        let gap = words.key(index) == "and" ? 1 : 0
        let key = words.key(index + gap)
        if key.last == "p", let digits = Int64(key.dropLast()), (1...99).contains(digits) { return (digits, gap + 1) }
        guard let (pence, length) = NumberWords.number(in: words, at: index + gap), (1...99).contains(pence),
            ["p", "pence"].contains(words.key(index + gap + length))
        else { return nil }
        return (pence, gap + length + 1)
    }

    static func add(_ part: (pence: Int64, length: Int), to amount: inout SpokenAmount) -> Int {
        guard amount.money.pence.isMultiple(of: 100) else { return 0 }
        amount.money += Money(pence: part.pence)
        return part.length
    }

    static func amount(_ words: SpokenWords, _ index: Int) -> (SpokenAmount, Int)? {
        let key = words.key(index)
        let thousands: Set<String> = ["grand", "thousand", "k"]
        if let amount = SpokenAmount(key) {
            guard thousands.contains(words.key(index + 1)) else { return (amount, 1) }
            return amount.thousandfold.map { ($0, 2) }
        }
        if key == "£", let amount = SpokenAmount("£" + words.key(index + 1)) { return (amount, 2) }
        if let slang = slang[key] { return (SpokenAmount(pounds: slang), 1) }
        guard let (value, length) = NumberWords.number(in: words, at: index) else { return nil }
        let next = words.key(index + length)
        if next == "grand" { return (SpokenAmount(pounds: value * 1_000), length + 1) }
        let isThousands = words.key(index + 1) == "thousand"
        return isThousands || currency.contains(next) ? (SpokenAmount(pounds: value), length) : nil
    }

    /// Whether what stands behind a bare number makes it a count; "200 of my loan" that is paid off is none.
    static func isCount(_ words: SpokenWords, _ next: String, at index: Int) -> Bool {
        guard next == "of", words.holdsAny(of: ["off"]) else { return counted.contains(next) }
        return !["my", "the", "our", "it"].contains(words.key(index + 1))
    }

    private static let slang: [String: Int64] = ["tenner": 10, "fiver": 5]
}
