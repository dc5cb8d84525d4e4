/// Finds, in the words of one sentence, a product put forward and an order about a debt.
struct AdviceScan {
    let words: [String]
    let records: Set<String>

    /// The words that put a product forward; nil when none do.
    var product: Range<Int>? {
        words.indices.lazy.compactMap { place -> Range<Int>? in
            guard Self.urges.contains(where: { starts($0, at: place) }), !isRefused(place) else { return nil }
            let reach = words[place...].prefix(14)
            return reach.indices.first { isProduct(at: $0) }.map { place..<min($0 + 2, words.count) }
        }.first
    }

    /// The words that order something about a debt; nil when none do.
    var directive: Range<Int>? {
        words.indices.lazy.compactMap { place -> Range<Int>? in
            guard let end = order(at: place), !isRefused(place) else { return nil }
            let reach = words[end...].prefix(12)
            return reach.indices.first { isDebt(at: $0) }.map { place..<$0 + 1 }
        }.first
    }

    /// Where the verb of an order ends: "you should … pay", "I recommend … clearing", or "Pay off" that opens the
    /// sentence.
    private func order(at place: Int) -> Int? {
        if let phrase = Self.orders.first(where: { starts($0, at: place) }) {
            let next = place + phrase.count
            // "You should be able to pay" orders nothing.
            let lead = words[next...].prefix(4).prefix { $0 != "able" }
            return lead.indices.first { Self.verbs.contains(words[$0]) }.map { $0 + 1 }
        }
        guard isOpening(place), Self.imperatives.contains(words[place]) else { return nil }
        return place + 1
    }

    /// Whether the sentence begins here, bullets, numbers and "so" or "first" aside.
    private func isOpening(_ place: Int) -> Bool {
        words[..<place].allSatisfy { Self.openers.contains($0) || Int($0) != nil }
    }

    /// "I cannot say whether you should", "if you should", "never take out": no urging at all.
    private func isRefused(_ place: Int) -> Bool {
        words[max(0, place - 4)..<place].contains { Self.refusals.contains($0) }
            || words[place...].prefix(4).contains { Self.denials.contains($0) }
    }

    private func isDebt(at place: Int) -> Bool {
        if Self.debts.contains(words[place]) { return true }
        return records.contains { name in
            let parts = Lexeme.all(in: name).map(\.text)
            return !parts.isEmpty && starts(parts, at: place)
        }
    }

    private func isProduct(at place: Int) -> Bool {
        Self.brands.contains(words[place]) || Self.products.contains { starts($0, at: place) }
    }

    private func starts(_ phrase: [String], at place: Int) -> Bool {
        place + phrase.count <= words.count && words[place..<place + phrase.count].elementsEqual(phrase)
    }

    private static func phrases(_ texts: String...) -> [[String]] {
        texts.map { $0.split(separator: " ").map(String.init) }
    }
}

// The words themselves.
extension AdviceScan {
    private static let urges = phrases(
        "recommend", "suggest", "consider", "try", "apply for", "go for", "switch to", "switching to", "sign up",
        "open a", "open an", "get a", "get an", "take out", "taking out", "choose", "best option is", "look into",
        "looking into", "invest in", "investing in", "buy", "move to", "transfer to", "go with", "you should",
        "opt for",
        "a good choice", "use a", "put your money", "put it into")
    private static let products = phrases(
        "balance transfer card", "balance transfer credit", "consolidation loan", "debt consolidation loan",
        "payday loan", "personal loan", "credit builder", "0 % card", "0 % credit", "interest free card",
        "interest - free card", "stocks and shares", "index fund", "index funds", "tracker fund", "etf", "bitcoin",
        "crypto", "cryptocurrency", "premium bonds", "guarantor loan", "secured loan", "logbook loan", "an iva",
        "lifetime isa",
        "cash isa", "ethereum", "equity release", "buy now pay later", "bnpl", "new credit card", "new loan")
    private static let brands: Set = [
        "barclaycard", "klarna", "clearpay", "monzo", "starling", "revolut", "vanguard", "nutmeg", "moneybox", "plum",
        "chip", "zopa", "lendable", "amex", "capital one", "vanquis", "aqua", "marbles", "tymit", "wonga", "quickquid",
        "lloyds", "halifax", "natwest", "santander", "hsbc", "nationwide", "tsb", "barclays", "hargreaves", "etoro",
        "trading212", "freetrade", "coinbase", "binance", "paypal", "laybuy", "zilch", "mbna", "virgin", "sunny",
        "amigo", "provident", "oakbrook", "118118", "robinhood", "blackrock", "fidelity", "wealthify", "raisin",
    ]
    private static let orders = phrases(
        "you should", "you ought to", "you had better", "you'd better", "you must", "you need to", "i recommend",
        "i'd recommend", "i would recommend", "i advise", "i'd advise", "i would advise", "i suggest", "i'd suggest",
        "i would suggest", "my advice is", "it is best to", "it's best to", "best to", "make sure you",
        "your best move is",
        "the best thing is", "the right thing is", "you want to")
    private static let verbs: Set = [
        "pay", "paying", "repay", "repaying", "clear", "clearing", "borrow", "borrowing", "consolidate",
        "consolidating",
        "refinance", "refinancing", "transfer", "transferring", "overpay", "overpaying", "settle", "settling",
        "prioritise", "prioritising", "prioritize", "prioritizing", "focus", "focusing", "tackle", "tackling",
        "remortgage", "remortgaging", "attack", "target", "targeting", "default", "stop", "put", "throw", "move",
    ]
    private static let imperatives: Set = [
        "pay", "repay", "clear", "borrow", "consolidate", "refinance", "transfer", "overpay", "settle", "prioritise",
        "prioritize", "focus", "tackle", "remortgage", "attack", "start",
    ]
    private static let debts: Set = [
        "debt", "debts", "loan", "loans", "card", "cards", "overdraft", "mortgage", "credit", "borrowing", "klarna",
        "finance", "barclaycard",
    ]
    private static let openers: Set = [
        "-", "•", "*", ".", ")", "so", "first", "then", "next", "now", ",", ":", "please", "and", "“", "\"",
    ]
    private static let refusals: Set = [
        "whether", "if", "cannot", "can't", "not", "never", "don't", "won't", "avoid", "without", "no", "before",
    ]
    private static let denials: Set = ["not", "never", "avoid", "don't"]
}
