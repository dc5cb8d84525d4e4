import Finance

/// The amounts and percentages of a message, each with what its neighbours say it is.
struct SpokenNumbers {
    /// What an amount is for, by the words around it.
    enum Role: String { case main, monthly, extra, saved, old }

    struct Found {
        var amount: SpokenAmount
        var role: Role
        /// Where it begins, counted in words.
        var place = 0
        /// Where the words behind it begin.
        var end = 0

        /// Whether nothing in it says that it is money.
        var isBare: Bool { !amount.isMarked && !amount.hasPence }
    }

    private(set) var found: [Found] = []
    /// Whether something was written as money that cannot be read as one amount of pounds.
    private(set) var isUnclear = false

    /// Reads the words that are left and marks those it takes.
    init(_ words: inout SpokenWords) {
        var index = 0
        while index < words.keys.count {
            index += read(&words, at: index)
        }
        markAlternatives(words)
        // Where some amounts are marked as money, bare numbers are counts of things.
        if found.contains(where: { $0.amount.isMarked }) {
            found.removeAll { $0.isBare && $0.amount.unit == .pounds && $0.role == .main }
        }
    }

    /// Amounts of one role, each once, in the order written.
    func amounts(_ role: Role) -> [Money] {
        found.filter { $0.role == role && $0.amount.unit == .pounds }.map(\.amount.money).uniqued()
    }

    /// Every amount there is.
    var amounts: [Money] { found.filter { $0.amount.unit == .pounds }.map(\.amount.money).uniqued() }

    /// Percentages, each once.
    var rates: [Rate] {
        found.filter { $0.amount.unit == .percent }.map { Rate(basisPoints: Int($0.amount.money.pence)) }.uniqued()
    }

    /// How many words were looked at: one or more.
    private mutating func read(_ words: inout SpokenWords, at index: Int) -> Int {
        guard var (amount, length) = Self.amount(words, index) else {
            if Self.looksLikeMoney(words.key(index)) {
                isUnclear = true
                words.use(index..<index + 1)
            }
            return 1
        }
        let next = words.key(index + length)
        if Self.currency.contains(next) {
            amount.isMarked = true
            length += 1
            length += Self.addPence(to: &amount, words, index + length)
        } else if words.key(index).first == "£", let pence = Self.pence(words, index + length) {
            length += Self.add(pence, to: &amount)
        } else if Self.foreign.contains(next) {
            isUnclear = true
        } else if next == "%" || next == "percent" {
            amount.unit = .percent
            length += 1
        } else if next == "p" || next == "pence", amount.money.pence.isMultiple(of: 100) {
            amount = SpokenAmount(pence: amount.money.pence / 100)
            length += 1
        } else if Self.isCount(words, next, at: index + length), !amount.isMarked {
            return length
        }
        take(amount, index..<index + length, &words)
        return length
    }

    private mutating func take(_ amount: SpokenAmount, _ range: Range<Int>, _ words: inout SpokenWords) {
        let before = words.key(range.lowerBound - 1)
        let (role, used) = Self.role(before: before, after: words, at: range.upperBound, amount)
        found.append(Found(amount: amount, role: role, place: range.lowerBound, end: range.upperBound + used))
        words.use(range.lowerBound - (Self.roles[before] == nil ? 0 : 1)..<range.upperBound + used)
    }

    /// "20 or 25 quid" and "spent 12 on lunch and £3 on tea": a bare number that is money by what stands around it.
    private mutating func markAlternatives(_ words: SpokenWords) {
        func raw(_ index: Int) -> String { words.keys.indices.contains(index) ? words.keys[index] : "" }
        for index in found.indices.reversed() where found[index].role == .main && found[index].amount.unit == .pounds {
            let (before, after) = (raw(found[index].place - 1), raw(found[index].end))
            let next = found.indices.contains(index + 1) ? found[index + 1] : nil
            let isEither = ["or", "to", "-", "–"].contains(after) && next?.place == found[index].end + 1
            let isPaid =
                ["spent", "paid", "blew"].contains(before) && ["on", "for", "at", "and", "to"].contains(after)
            if isEither && next?.amount.isMarked == true || isPaid { found[index].amount.isMarked = true }
        }
    }

    private static func role(
        before: String, after words: SpokenWords, at index: Int, _ amount: SpokenAmount
    ) -> (Role, used: Int) {
        if amount.isMonthly { return (.monthly, 0) }
        for phrase in [["a", "month"], ["per", "month"], ["each", "month"], ["every", "month"], ["monthly"]]
        where words.stand(phrase, at: index) {
            return (.monthly, phrase.count)
        }
        if let role = roles[before] { return (role, 0) }
        // "25 extra 10": the word belongs to the amount behind it.
        if SpokenAmount(words.key(index + 1)) != nil { return (.main, 0) }
        if words.stand(["already", "saved"], at: index) { return (.saved, 2) }
        switch words.key(index) {
        case "extra": return (.extra, 1)
        case "saved": return (.saved, 1)
        default: return (.main, 0)
        }
    }

    private static func looksLikeMoney(_ key: String) -> Bool {
        guard let first = key.first else { return false }
        if first == "£" || first == "$" || first == "€" { return true }
        let isNumber = key.contains(where: \.isNumber) && key.allSatisfy { $0.isNumber || ",.-£".contains($0) }
        return isNumber
    }

    private static let roles: [String: Role] = [
        "min": .monthly, "minimum": .monthly, "monthly": .monthly, "paying": .monthly, "instalment": .monthly,
        "instalments": .monthly, "extra": .extra, "saved": .saved, "already": .saved, "from": .old,
    ]
    static let currency: Set<String> = ["quid", "pounds", "pound", "gbp", "£", "squid", "sterling"]
    private static let foreign: Set<String> = ["dollars", "dollar", "euros", "euro", "usd", "eur", "bucks"]
    /// What a bare number in front of it counts.
    static let counted: Set<String> = [
        "days", "day", "weeks", "week", "months", "month", "years", "year", "people", "times", "x", "am", "pm", "miles",
        "litres", "kg", "o'clock", "hours", "hour", "minutes", "of",
    ]
}

extension SpokenAmount {
    init(pence: Int64) {
        self.init(pounds: 0)
        money = Money(pence: pence)
    }
}
