/// Cuts a text into lexemes in one pass, a bounded look ahead at each character.
struct LexemeScan {
    private var codes: [UInt32] = []
    private var offsets: [Int] = []
    private var position = 0
    private var lexemes: [Lexeme] = []

    /// Most digits of one number that are kept; more are read and make it too large.
    static let digits = 15

    init(_ text: some StringProtocol) {
        codes.reserveCapacity(text.utf8.count)
        offsets.reserveCapacity(text.utf8.count)
        for (offset, scalar) in text.unicodeScalars.enumerated() {
            guard let code = Self.folded(scalar) else { continue }
            codes.append(code)
            offsets.append(offset)
        }
    }

    mutating func run() -> [Lexeme] {
        var isSpaced = true
        while position < codes.count {
            let code = codes[position]
            if Self.isSpace(code) {
                isSpaced = true
                position += 1
            } else if Self.isEmphasis(code) {
                position += 1
            } else {
                take(code, isSpaced)
                isSpaced = false
            }
        }
        return lexemes
    }

    private mutating func take(_ code: UInt32, _ isSpaced: Bool) {
        let start = position
        var numeral: Numeral?
        let kind: Lexeme.Kind
        if Self.isDigit(code) {
            kind = .number
            numeral = number()
        } else if Self.isLetter(code) {
            kind = .word
            while position < codes.count, isWordPart(position) { position += 1 }
        } else {
            kind = .mark
            position += 1
        }
        let (text, isCapital) = Self.text(codes[start..<position], isWord: kind == .word)
        lexemes.append(
            Lexeme(
                kind: kind, text: text, numeral: numeral,
                place: offsets[start]..<offsets[position - 1] + 1, isSpaced: isSpaced,
                isCapital: isCapital))
    }

    /// The piece as text, a word in lower case, and whether it began with a capital. Most pieces are ASCII.
    private static func text(_ codes: ArraySlice<UInt32>, isWord: Bool) -> (String, isCapital: Bool) {
        guard let first = codes.first else { return ("", false) }
        if codes.allSatisfy({ $0 < 128 }) {
            let lowered = codes.lazy.map { UInt8($0) | (isWord && (65...90).contains($0) ? 32 : 0) }
            return (String(decoding: lowered, as: UTF8.self), (65...90).contains(first))
        }
        let text = String(String.UnicodeScalarView(codes.compactMap(Unicode.Scalar.init)))
        return (isWord ? text.lowercased() : text, isWord && text.first?.isUppercase == true)
    }

    /// Digits, commas before whole groups of three, and a point with digits behind it.
    private mutating func number() -> Numeral {
        var numeral = Numeral(mantissa: 0, decimals: 0, isGrouped: false)
        var count = 0
        var isFraction = false
        // "£05" is nobody's way to write an amount.
        let isPadded = codes[position] == 48 && isDigit(at: position + 1)
        while position < codes.count {
            if Self.isDigit(codes[position]) {
                count += numeral.mantissa == 0 && codes[position] == 48 ? 0 : 1
                let digit = UInt64(codes[position] - 48)
                numeral.mantissa = count > Self.digits ? nil : numeral.mantissa.map { $0 * 10 + digit }
                numeral.decimals += isFraction ? 1 : 0
            } else if !isFraction, codes[position] == 44, isGroup(position + 1) {
                numeral.isGrouped = true
            } else if !isFraction, codes[position] == 46, isDigit(at: position + 1) {
                isFraction = true
            } else {
                break
            }
            position += 1
        }
        numeral.isPadded = isPadded
        return numeral
    }

    private func isGroup(_ start: Int) -> Bool {
        (start..<start + 3).allSatisfy(isDigit) && !isDigit(at: start + 3)
    }

    private func isDigit(at index: Int) -> Bool { index < codes.count && Self.isDigit(codes[index]) }

    /// Letters, digits behind a letter, and an apostrophe between letters.
    private func isWordPart(_ index: Int) -> Bool {
        let code = codes[index]
        if Self.isLetter(code) || Self.isDigit(code) { return true }
        return code == 39 && index + 1 < codes.count && Self.isLetter(codes[index + 1])
    }
}

// What a character counts as.
extension LexemeScan {
    private static func isSpace(_ code: UInt32) -> Bool { code <= 32 }
    private static func isEmphasis(_ code: UInt32) -> Bool { code == 42 || code == 95 || code == 96 }
    private static func isDigit(_ code: UInt32) -> Bool { (48...57).contains(code) }

    private static func isLetter(_ code: UInt32) -> Bool {
        if code < 128 { return (97...122).contains(code | 32) }
        // Pounds, quotation marks, dashes, bullet: by far the most frequent, and looked up at a cost.
        if code == 0xA3 || (0x2010...0x2027).contains(code) { return false }
        return Unicode.Scalar(code)?.properties.isAlphabetic ?? false
    }

    /// The character as one of a small alphabet: any script's decimal digit as ASCII, any space as a space, curly
    /// apostrophes and minus signs straight; nil for what cannot be seen.
    private static func folded(_ scalar: Unicode.Scalar) -> UInt32? {
        guard scalar.value >= 128 else { return scalar.value }
        switch scalar.value {
        case 0xA3, 0x201C, 0x201D, 0x2013, 0x2014, 0x2022: return scalar.value
        case 0x2018, 0x2019, 0x2BC: return 39
        case 0x2212, 0x2010, 0x2011, 0xFF0D: return 45
        case 0xFFE1: return 0xA3
        case 0xFF05: return 37
        case 0xFF0C: return 44
        case 0xFF0E: return 46
        default: break
        }
        let properties = scalar.properties
        if properties.isWhitespace { return 32 }
        if properties.numericType == .decimal, let value = properties.numericValue { return 48 + UInt32(value) }
        switch properties.generalCategory {
        case .format, .control, .nonspacingMark, .enclosingMark: return nil
        default: return scalar.value
        }
    }
}
