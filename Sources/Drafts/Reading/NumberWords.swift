/// Small numbers as people say them: `thirty`, `twenty five`, `two hundred`, `a`.
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
        guard let (value, length) = small(words, index) else { return nil }
        let isHundreds = words.key(index + length) == "hundred"
        return isHundreds ? (value * 100, length + 1) : (value, length)
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
