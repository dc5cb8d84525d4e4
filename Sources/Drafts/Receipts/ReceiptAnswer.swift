import Finance
import FoundationEssentials

/// A model's answer about a receipt, member by member. A member of the wrong kind is missing; it does not cost the rest.
struct ReceiptAnswer: Decodable {
    var sort: String?
    var merchant: String?
    var about: String?
    var total: ReceiptAmount
    var currency: String?
    var date: String?
    var datePrinted: String?
    var lines: [Line]
    var tax: ReceiptAmount
    var tip: ReceiptAmount
    var discount: ReceiptAmount

    struct Line: Decodable {
        var text: String?
        var amount: ReceiptAmount

        init(from decoder: any Decoder) throws {
            guard let fields = try? decoder.container(keyedBy: Key.self) else {
                (text, amount) = (nil, .unreadable)
                return
            }
            text = fields.text(.text)
            amount = fields.amount(.amount)
        }
    }

    enum Key: String, CodingKey {
        case sort, merchant, about, total, currency, date, datePrinted, lines, text, amount, tax, tip, discount
    }

    /// Reads the one JSON object in a text; words around it, as models like them, are passed over. nil where there is none.
    init?(_ text: String) {
        guard text.utf8.count <= ReceiptPrompt.mostBytes, let start = text.firstIndex(of: "{"),
            let end = text.lastIndex(of: "}"), start < end,
            let answer = try? JSONDecoder().decode(ReceiptAnswer.self, from: Data(text[start...end].utf8))
        else { return nil }
        self = answer
    }

    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: Key.self)
        sort = fields.text(.sort)
        merchant = fields.text(.merchant)
        about = fields.text(.about)
        total = fields.amount(.total)
        currency = fields.text(.currency)
        date = fields.text(.date)
        datePrinted = fields.text(.datePrinted)
        lines = (try? fields.decodeIfPresent([Line].self, forKey: .lines)) ?? []
        tax = fields.amount(.tax)
        tip = fields.amount(.tip)
        discount = fields.amount(.discount)
    }
}

/// An amount as a model gave it.
enum ReceiptAmount: Hashable {
    case none
    case some(Money)
    case unreadable

    /// Whole pence only: an amount with more decimals was worked out, not read.
    init(_ reading: Money.Reading) {
        if case .exact(let money) = reading { self = .some(money) } else { self = .unreadable }
    }

    /// The amount, where there is a readable one.
    var money: Money? { if case .some(let money) = self { money } else { nil } }
}

extension KeyedDecodingContainer<ReceiptAnswer.Key> {
    fileprivate func text(_ key: Key) -> String? { (try? decodeIfPresent(String.self, forKey: key)) ?? nil }

    /// Text, as it is asked for, or a number, as models write it all the same.
    fileprivate func amount(_ key: Key) -> ReceiptAmount {
        if !contains(key) || (try? decodeNil(forKey: key)) == true { return .none }
        if let text = text(key) { return text.isEmpty ? .none : ReceiptAmount(Money.reading(text: text)) }
        if let number = try? decode(Double.self, forKey: key) { return ReceiptAmount(Money.reading(pounds: number)) }
        return .unreadable
    }
}
