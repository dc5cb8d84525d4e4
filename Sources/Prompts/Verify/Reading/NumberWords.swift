/// Numbers written out: "two thousand", "one hundred and fifty", "twelve hundred", "a couple of hundred".
struct NumberWords {
    /// What the words come to; nil when they are too loose to be held against a figure.
    var value: Int64?
    /// Whether one of them is a hundred or more by itself.
    var hasScale: Bool
    /// The lexeme behind the last word.
    var end: Int

    private static let small: [String: Int64] = [
        "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
        "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
        "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
        "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
    ]
    static let scales: [String: Int64] = [
        "hundred": 100, "thousand": 1_000, "grand": 1_000, "million": 1_000_000, "billion": 1_000_000_000,
    ]
    private static let loose: Set = ["hundreds", "thousands", "millions", "couple", "few", "several", "dozens"]

    /// Every word that a number in words can begin with.
    static let leads = Set(small.keys).union(loose).union(["a"])

    /// The number that begins at a lexeme; nil when none does.
    static func read(_ lexemes: [Lexeme], at start: Int) -> NumberWords? {
        var reading = Sum()
        var index = start
        while index < lexemes.count, index < start + 12 {
            let lexeme = lexemes[index]
            guard reading.take(lexeme.text, isFirst: index == start) else { break }
            index += 1
        }
        return reading.result(end: index, last: index > start ? lexemes[index - 1].text : "")
    }

    /// The words so far: whole thousands, the part below a thousand, and whether they can still be followed.
    private struct Sum {
        var total: Int64 = 0
        var part: Int64 = 0
        var count = 0
        var scaleCount = 0
        var isLoose = false
        var isOdd = false

        mutating func take(_ word: String, isFirst: Bool) -> Bool {
            if let value = small[word] {
                part += value
                count += 1
            } else if let scale = scales[word], count > 0 || !isFirst {
                apply(scale)
            } else if loose.contains(word), count == 0, scaleCount == 0 {
                isLoose = true
            } else {
                return glue(word, isFirst: isFirst)
            }
            return true
        }

        private mutating func apply(_ scale: Int64) {
            // "twelve hundred" is how nobody's records are printed: loose on purpose.
            if scale == 100, part > 9 { isOdd = true }
            let factor = max(part, 1)
            part = 0
            scaleCount += 1
            if scale == 100 {
                part = factor * 100
            } else {
                total = min(total + factor * scale, 1_000_000_000_000)
            }
        }

        /// "a" before, "and" or a hyphen between, "of" behind a loose word.
        private func glue(_ word: String, isFirst: Bool) -> Bool {
            switch word {
            case "a": isFirst
            case "and": scaleCount > 0
            case "-": count > 0
            case "of": isLoose
            default: false
            }
        }

        func result(end: Int, last: String) -> NumberWords? {
            guard count > 0 || scaleCount > 0 || isLoose else { return nil }
            let trimmed = ["and", "-", "of", "a"].contains(last) ? end - 1 : end
            let value = isLoose || isOdd || scaleCount + count > 8 ? nil : total + part
            return NumberWords(value: value, hasScale: scaleCount > 0 || isLoose, end: trimmed)
        }
    }
}
