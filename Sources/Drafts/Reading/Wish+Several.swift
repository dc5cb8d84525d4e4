public import Finance

extension Wish {
    /// One of several payments in a message.
    public struct Payment: Sendable, Hashable, Codable {
        /// What was paid or came in.
        public var amount: Money
        /// What it was for.
        public var name: String

        /// How it is offered.
        var label: String { "\(name), \(amount)" }
    }

    /// The payments of a message that holds more than one amount, each with what it was for: "£12 on lunch and £3 on
    /// coffee". `places` are those of the amounts. nil when one of them has no name or no amount of its own: then the amount is asked about.
    static func payments(in words: SpokenWords, at places: [Int]) -> [Payment]? {
        var parts: [Range<Int>] = []
        for clause in words.clauses {
            // A clause without an amount belongs to the payment before it.
            if let last = parts.last, !places.contains(where: last.contains) || !places.contains(where: clause.contains)
            {
                parts[parts.count - 1] = last.lowerBound..<clause.upperBound
            } else {
                parts.append(clause)
            }
        }
        let payments = parts.compactMap { payment(SpokenWords(words, $0)) }
        return payments.count > 1 && payments.count == parts.count ? payments : nil
    }

    private static func payment(_ words: SpokenWords) -> Payment? {
        var words = words
        words.skipTimes()
        words.skipDays()
        _ = words.takeFrequency()
        let numbers = SpokenNumbers(&words)
        guard numbers.amounts.count == 1, let name = name(words.pieces) else { return nil }
        return Payment(amount: numbers.amounts[0], name: name)
    }

    /// Asks which of several payments is to be written; the others are to be sent again.
    func severalQuestion(_ several: [Payment]) -> Question {
        let rest = several.count == 2 ? "the other one" : "the others"
        return Question(
            .amount, "I can take one payment at a time. Which one now? Please send \(rest) after it.",
            several.map { Question.Option(label: $0.label, value: $0.label) }, of: self)
    }

    /// Takes the one payment that an answer means, by its option, its place, its amount or its name.
    mutating func pick(_ answer: String, from several: [Payment], _ snapshot: Snapshot) -> Bool {
        var words = SpokenWords(answer)
        let (key, said) = (NameWords(answer), SpokenNumbers(&words).amounts)
        let exact = several.filter { $0.label == answer }
        let meant = exact.isEmpty ? several.filter { said == [$0.amount] || NameWords($0.name).isSame(as: key) } : exact
        let place = Int(TypedText(answer, limit: 20).text).map { $0 - 1 }
        let placed = place.flatMap { several.indices.contains($0) ? [several[$0]] : nil }
        guard let one = (meant.isEmpty ? placed : meant), one.count == 1 else { return false }
        amounts = [one[0].amount]
        name = one[0].name
        self.several = nil
        guard purpose == .addExpense else { return true }
        categories = Self.categories(one[0].name, in: Month(containing: (days.first ?? snapshot.today).start), snapshot)
        return true
    }
}
