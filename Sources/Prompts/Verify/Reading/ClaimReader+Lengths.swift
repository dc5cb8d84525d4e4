import Analyses

// Lengths of time, and shares and multiples in words.
extension ClaimReader {
    private static let monthWords: Set = ["month", "months", "mth", "mths"]
    private static let yearWords: Set = ["year", "years", "yr", "yrs"]

    /// `36 months`, `3 years`, `2 years and 3 months`, `18-month`; "one month" and "a year" are turns of phrase.
    func length(at index: Int, _ amount: Quantity) -> Claim? {
        var unit = amount.end
        if text(unit) == "-" { unit += 1 }
        let isYears = Self.yearWords.contains(text(unit))
        guard isYears || Self.monthWords.contains(text(unit)) else { return nil }
        if amount.isWords, amount.hundredths == 100 || amount.hundredths == nil || text(index) == "a" { return nil }
        guard let hundredths = amount.hundredths, hundredths <= 1_200_000 else {
            return Claim(value: .unverifiable, words: index..<unit + 1)
        }
        let scaled = hundredths * (isYears ? 12 : 1)
        guard scaled % 100 == 0 else { return Claim(value: .unverifiable, words: index..<unit + 1) }
        let months = Int(scaled / 100)
        // "The last six months" says how far back one looks.
        if months <= RecentMonths.count, ["last", "past", "recent"].contains(text(index - 1)) { return nil }
        if isYears, let rest = restOfYear(unit + 1) {
            return Claim(value: .months(months + rest.months), words: index..<rest.end)
        }
        return Claim(value: .months(months), isInYears: isYears, words: index..<unit + 1)
    }

    /// The months behind "3 years and".
    private func restOfYear(_ index: Int) -> (months: Int, end: Int)? {
        let start = ["and", ","].contains(text(index)) ? index + 1 : index
        guard let amount = quantity(at: start), Self.monthWords.contains(text(amount.end)),
            let hundredths = amount.hundredths, (100...1_100).contains(hundredths), hundredths % 100 == 0
        else { return nil }
        return (Int(hundredths / 100), amount.end + 1)
    }

    /// `1 in 4`, `3:1`, `3 times as much`.
    func ratio(at index: Int) -> Claim? {
        guard let first = lexemes[index].numeral?.whole, first > 0 else { return nil }
        if text(index + 1) == "times" || text(index + 1) == "x" { return multiple(first, at: index, end: index + 2) }
        guard let second = lexemes.indices.contains(index + 2) ? lexemes[index + 2].numeral?.whole : nil, second > 0
        else { return nil }
        let isSpan = Self.monthWords.contains(text(index + 3)) || Self.monthNumbers[text(index + 3)] != nil
        if text(index + 1) == "in", first < second, second <= 100, !isSpan {
            return Claim(value: .share(Int64(first) * 10_000 / Int64(second)), words: index..<index + 3)
        }
        let isClock = text(index + 2).count == 2
        let isGlued = !lexemes[index + 1].isSpaced && !lexemes[index + 2].isSpaced
        guard text(index + 1) == ":", isGlued, !isClock else { return nil }
        return Claim(value: .share(Int64(first) * 10_000 / Int64(second)), words: index..<index + 3)
    }

    private func multiple(_ count: Int, at index: Int, end: Int) -> Claim? {
        guard Self.comparisons.contains(text(end)), count <= 1_000 else { return nil }
        return Claim(value: .share(Int64(count) * 10_000), words: index..<end)
    }

    /// "half of", "a third of", "two thirds of", "twice what", "doubled", "three times as".
    func worded(at index: Int) -> Claim? {
        let word = text(index)
        if let share = Self.multiples[word] { return Claim(value: .share(share), words: index..<index + 1) }
        if ["twice", "double", "triple"].contains(word), Self.comparisons.contains(text(index + 1)) {
            return Claim(value: .share(word == "triple" ? 30_000 : 20_000), words: index..<index + 1)
        }
        if word == "half", Self.wholes.contains(text(index + 1)) {
            return Claim(value: .share(5_000), words: index..<index + 1)
        }
        return fraction(at: index) ?? times(at: index)
    }

    private func fraction(at index: Int) -> Claim? {
        guard let top = Self.tops[text(index)] else { return nil }
        let place = text(index + 1) == "-" ? index + 2 : index + 1
        guard let bottom = Self.bottoms[text(place)], text(place + 1) == "of", text(place + 2) != "an" else {
            return nil
        }
        return Claim(value: .share(top * 10_000 / bottom), words: index..<place + 1)
    }

    private func times(at index: Int) -> Claim? {
        guard let words = NumberWords.read(lexemes, at: index), let count = words.value, count > 1,
            text(words.end) == "times", count <= 1_000
        else { return nil }
        return multiple(Int(count), at: index, end: words.end + 1)
    }

    private static let wholes: Set = ["of", "your", "the", "my", "their", "what", "that", "this", "all"]
    private static let comparisons: Set = [
        "as", "what", "your", "the", "that", "more", "higher", "larger", "bigger", "last", "this", "of",
    ]
    static let multiples: [String: Int64] = [
        "doubled": 20_000, "tripled": 30_000, "quadrupled": 40_000, "halved": 5_000,
    ]
    static let tops: [String: Int64] = [
        "a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "seven": 7, "nine": 9,
    ]
    private static let bottoms: [String: Int64] = [
        "half": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fifth": 5, "fifths": 5, "sixth": 6,
        "eighth": 8, "tenth": 10, "tenths": 10,
    ]
}
