import Finance

extension FlowStep {
    /// The checked answer in what was sent, or a sentence that says what is expected.
    public func value(of input: FlowInput) throws(FlowFault) -> FlowValue {
        guard input.size <= FlowLimits.reply else { throw .notAnAnswer("That is too long. " + expectation) }
        switch accepted {
        case .money(let least, let most, let span):
            let money = try amount(in: input, span)
            guard (least...max(least, most)).contains(money) else { throw .notAnAnswer(expectation) }
            return .money(money)
        case .text(let most): return .text(try words(in: input, most: most))
        case .choices(let least, let most, let ownWords):
            return try choice(in: input, least, max(least, most), ownWords)
        }
    }

    /// What an answer looks like, a sentence.
    public var expectation: String {
        switch accepted {
        case .money(let least, let most, let span):
            let range = most < .limit ? " between \(least) and \(most)" : least > .zero ? " of at least \(least)" : ""
            let what = span == .monthly ? "one amount a month" : "one amount"
            return "Please give \(what) in pounds\(range), for instance £1,200 or 0."
        case .text(let most): return "Please write it in up to \(most) characters."
        case .choices(let least, let most, let ownWords):
            let own = ownWords.map { ", or your own words in up to \($0) characters" } ?? ""
            return "Please choose \(Self.count(least, most)) of 1 to \(options.count)\(own)."
        }
    }

    private static func count(_ least: Int, _ most: Int) -> String {
        if least == most { return least == 1 ? "one" : "\(least)" }
        return least == 0 ? "any" : "\(least) to \(most)"
    }

    private func amount(in input: FlowInput, _ span: Span) throws(FlowFault) -> Money {
        switch input {
        case .number(let pounds):
            guard case .exact(let money) = Money.reading(pounds: pounds) else { throw .notAnAnswer(expectation) }
            return money
        case .text(let text):
            guard case .amount(let money, let each) = TypedAmount.reading(text) else { throw .notAnAnswer(expectation) }
            guard each == nil || each == .month && span == .monthly else { throw .notAnAnswer(Self.otherSpan(span)) }
            return money
        case .list: throw .notAnAnswer(expectation)
        }
    }

    private static func otherSpan(_ span: Span) -> String {
        span == .inAll
            ? "That reads like an amount again and again; this asks for all there is. Please give one amount in pounds."
            : "Please give the amount for one month in pounds, for instance £1,200."
    }

    private func words(in input: FlowInput, most: Int) throws(FlowFault) -> String {
        guard case .text(let raw) = input else { throw .notAnAnswer(expectation) }
        let typed = TypedText(raw, limit: most)
        guard !typed.isCut else {
            throw .notAnAnswer("That is longer than \(most) characters; please say it in fewer words.")
        }
        guard !typed.text.isEmpty else { throw .notAnAnswer(expectation) }
        return typed.text
    }

    private func choice(
        in input: FlowInput, _ least: Int, _ most: Int, _ ownWords: Int?
    ) throws(FlowFault) -> FlowValue {
        if let ids = TypedChoice(options).ids(in: input, mayBeSeveral: most > 1), (least...most).contains(ids.count) {
            return .choices(ids)
        }
        guard let ownWords, case .text(let raw) = input, raw.count(where: \.isLetter) >= 3 else {
            throw .notAnAnswer(expectation)
        }
        return .text(try words(in: input, most: ownWords))
    }
}

extension FlowInput {
    var size: Int {
        switch self {
        case .text(let text): text.utf8.count
        case .number: 8
        case .list(let list): list.reduce(list.count) { $0 + $1.utf8.count }
        }
    }
}
