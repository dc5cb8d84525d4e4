public import Finance

extension Question {
    /// Takes a picked or typed answer and goes on: a draft, the next question, or this one again when the answer says
    /// nothing about what was asked.
    public func answered(_ answer: String, on snapshot: Snapshot, for shape: BackendShape) -> Settlement {
        var wish = wish
        let picked = picked(answer)
        guard picked != nil || !Self.isQuestion(answer), fill(&wish, with: picked ?? answer, snapshot) else {
            return .question(self)
        }
        return wish.settled(on: snapshot, for: shape)
    }

    /// "What is £50 a week in a year?" names an amount and still answers nothing.
    private static func isQuestion(_ answer: String) -> Bool {
        let isMarked = answer.reversed().first { !$0.isWhitespace } == "?"
        return isMarked || SpokenWords(answer).keys.first.map(Wish.Purpose.questioning.contains) ?? false
    }

    /// The value of the option that was picked by value, by label or by number.
    private func picked(_ answer: String) -> String? {
        let plain = TypedText(answer, limit: 200).text.lowercased()
        if let option = options.first(where: { $0.value == answer || $0.label.lowercased() == plain }) {
            return option.value
        }
        let index = Int(plain).map { $0 - 1 }
        return asks == .amount ? nil : index.flatMap { options.indices.contains($0) ? options[$0].value : nil }
    }

    private func fill(_ wish: inout Wish, with answer: String, _ snapshot: Snapshot) -> Bool {
        switch asks {
        case .amount:
            if let several = wish.several { return wish.pick(answer, from: several, snapshot) }
            return Self.amount(in: answer) { wish.amounts = [$0] }
        case .payment, .monthlyTarget: return Self.amount(in: answer) { wish.monthly = $0 }
        case .extra: return Self.amount(in: answer) { wish.extra = $0 }
        case .saved: return Self.amount(in: answer) { wish.saved = $0 }
        case .day: return day(answer, &wish, snapshot)
        case .name: return name(answer, &wish)
        case .record: return record(answer, &wish, snapshot)
        case .category: return category(answer, &wish)
        case .rate: return rate(answer, &wish)
        case .frequency: return false
        }
    }

    private static func amount(in answer: String, _ take: (Money) -> Void) -> Bool {
        var words = SpokenWords(answer)
        let numbers = SpokenNumbers(&words)
        guard !numbers.isUnclear, numbers.amounts.count == 1 else { return false }
        take(numbers.amounts[0])
        return true
    }

    private func day(_ answer: String, _ wish: inout Wish, _ snapshot: Snapshot) -> Bool {
        var words = SpokenWords(answer)
        let isComing = wish.purpose == .addDebt || wish.purpose == .addGoal
        let spoken = SpokenDays(&words, today: snapshot.today, isComing: isComing)
        guard spoken.days.count == 1, !spoken.isVague else { return false }
        // A picked day was seen in full; a typed one is looked at again.
        wish.isDayConfirmed = options.contains { $0.value == answer }
        wish.days = spoken.days
        wish.isDayVague = false
        return true
    }

    private func name(_ answer: String, _ wish: inout Wish) -> Bool {
        let name = TypedText(answer, limit: Wish.longestName).text
        guard name.utf16.count >= FieldChecks.shortestName else { return false }
        wish.name = name
        return true
    }

    private func record(_ answer: String, _ wish: inout Wish, _ snapshot: Snapshot) -> Bool {
        let own = wish.records.filter { "\($0.kind.rawValue):\($0.id)" == answer }
        let named = own.isEmpty ? wish.records.named(answer) { $0.name(in: snapshot) ?? "" } : own
        guard named.count == 1 else { return false }
        wish.records = named
        return true
    }

    private func category(_ answer: String, _ wish: inout Wish) -> Bool {
        if answer == Wish.noCategory {
            wish.categories = []
            return true
        }
        let named = wish.categories.filter { $0.value == answer || $0.name.lowercased() == answer.lowercased() }
        guard named.count == 1 else { return false }
        wish.categories = named
        return true
    }

    private func rate(_ answer: String, _ wish: inout Wish) -> Bool {
        var words = SpokenWords(answer)
        let numbers = SpokenNumbers(&words)
        if ["none", "no", "zero"].contains(answer.lowercased()) {
            wish.rate = Rate(basisPoints: 0)
        } else if let rate = numbers.rates.first ?? numbers.amounts.first.map({ Rate(basisPoints: Int($0.pence)) }) {
            wish.rate = rate
        } else {
            return false
        }
        return true
    }
}

extension CategoryTag {
    /// The tag as an answer's value.
    var value: String { "\(kind.rawValue):\(name)" }
}
