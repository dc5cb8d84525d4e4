/// Small numbers as people say them: `thirty`, `twenty five`, `two hundred and fifty`, `a`.
enum NumberWords {
    private static let units: [String: Int64] = [
        "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
        "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
        "seventeen": 17, "eighteen": 18, "nineteen": 19,
    ]
    private static let tens: [String: Int64] = [
        "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
    ]

    /// The number that begins at a place and how many words it takes; nil when none does.
    static func number(in words: SpokenWords, at index: Int) -> (value: Int64, length: Int)? {
        guard let (value, length) = hundreds(words, index) else { return nil }
        guard words.key(index + length) == "thousand" else { return (value, length) }
        return followed(value * 1_000, length + 1, words, index, by: hundreds)
    }

    private static func hundreds(_ words: SpokenWords, _ index: Int) -> (Int64, Int)? {
        guard let (value, length) = small(words, index) else { return nil }
        guard words.key(index + length) == "hundred" else { return (value, length) }
        return followed(value * 100, length + 1, words, index, by: small)
    }

    /// "Two hundred and fifty": with the smaller number behind it, when it is in words too.
    private static func followed(
        _ value: Int64, _ length: Int, _ words: SpokenWords, _ index: Int,
        by next: (SpokenWords, Int) -> (Int64, Int)?
    ) -> (Int64, Int) {
        let gap = words.key(index + length) == "and" ? 1 : 0
        let isWord = words.key(index + length + gap).first?.isLetter ?? false
        guard isWord, let (rest, more) = next(words, index + length + gap), rest > 1 || more > 1 else {
            return (value, length)
        }
        return (value + rest, length + gap + more)
    }

    private static func small(_ words: SpokenWords, _ index: Int) -> (Int64, Int)? {
        let key = words.key(index)
        if let unit = units[key] { return (unit, 1) }
        if let ten = tens[key] {
            if let unit = units[words.key(index + 1)], (1...9).contains(unit), words.key(index + 1).count > 2 {
                return (ten + unit, 2)
            }
            return (ten, 1)
        }
        let digits = key.utf8.allSatisfy { (48...57).contains($0) } && key.count <= 3
        return digits ? Int64(key).map { ($0, 1) } : nil
    }
}
