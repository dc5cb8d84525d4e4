public import Finance

extension ReceiptReading {
    /// Stands on every card that comes of a receipt.
    public static let note = "Read from your receipt: check it before you say yes."

    /// What comes of it: a draft, the first question, or why there is none. A total or a day that is doubtful is asked
    /// back, with what was read as answers to pick from; what was not doubtful is not asked for again.
    public func settled(on snapshot: Snapshot, for shape: BackendShape) -> Settlement {
        let doubts = doubts(today: snapshot.today)
        if let refusal = doubts.first(where: { $0.outcome == .refused }) {
            return .refused(DraftFaults(faults: [DraftFault(.record, refusal.sentence)]))
        }
        let wish = wish(doubts, on: snapshot)
        for doubt in doubts {
            switch doubt {
            case .noTotal: return .question(wish.asking(doubt, among: []))
            case .totalAgainstLines(let total, let lines):
                let isAmount = lines > .zero && lines <= .limit
                return .question(wish.asking(doubt, among: isAmount ? [total, lines] : [total]))
            case .largeTotal(let total): return .question(wish.asking(doubt, among: [total]))
            default: continue
            }
        }
        return wish.settled(on: snapshot, for: shape)
    }

    /// What stands on the card beside the draft's own remarks.
    public func notes(today: Day) -> [String] {
        [Self.note] + doubts(today: today).filter { $0.outcome == .said }.map(\.sentence)
    }

    private func wish(_ doubts: [ReceiptDoubt], on snapshot: Snapshot) -> Wish {
        var wish = Wish(.addExpense)
        wish.name = merchant
        wish.amounts = [total].compactMap(\.self)
        wish.days = days
        wish.isDayVague = doubts.contains(.noDay)
        wish.isDayConfirmed = !doubts.contains { $0.isAboutDay }
        let month = Month(containing: (days.first ?? snapshot.today).start)
        let named = Wish.categories(merchant ?? "", in: month, snapshot)
        wish.categories = named.isEmpty ? Wish.categories(kind ?? "", in: month, snapshot) : named
        wish.notes = notes(today: snapshot.today)
        return wish
    }
}

extension ReceiptDoubt {
    fileprivate var isAboutDay: Bool {
        switch self {
        case .noDay, .twoDays, .dayAhead, .dayLongAgo: true
        default: false
        }
    }
}

extension Wish {
    /// The question about the amount, with the amounts that were read.
    fileprivate func asking(_ doubt: ReceiptDoubt, among amounts: [Money]) -> Question {
        var asking = self
        asking.amounts = []
        let options = amounts.map { Question.Option(label: $0.description, value: $0.description) }
        return Question(.amount, "\(doubt.sentence) How much was paid, in pounds and pence?", options, of: asking)
    }
}
