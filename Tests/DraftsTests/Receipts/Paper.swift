import Finance

@testable import Drafts

/// A receipt as a model would copy it, with one thing changed at a time. Rosa's day is 21 November 2026.
struct Paper {
    var sort: String? = "receipt"
    var merchant: String? = "Corner Bakery"
    var about: String? = "eating out"
    var total: String? = "12.40"
    var currency: String? = "GBP"
    var date: String? = "2026-11-19"
    var datePrinted: String? = "19/11/2026"
    var lines: [(String, String?)] = [("Sandwich", "8.40"), ("Tea", "4.00")]
    var tax: String?
    var tip: String?
    var discount: String?

    init(_ change: (inout Paper) -> Void = { _ in }) { change(&self) }

    var answer: String {
        func text(_ value: String?) -> String { value.map(Self.quoted) ?? "null" }
        let rows = lines.map { #"{"text":\#(Self.quoted($0)),"amount":\#(text($1))}"# }.joined(separator: ",")
        return """
            {"sort":\(text(sort)),"merchant":\(text(merchant)),"about":\(text(about)),"total":\(text(total)),\
            "currency":\(text(currency)),"date":\(text(date)),"datePrinted":\(text(datePrinted)),"lines":[\(rows)],\
            "tax":\(text(tax)),"tip":\(text(tip)),"discount":\(text(discount))}
            """
    }

    var reading: ReceiptReading { ReceiptReading(answer: answer, today: Rosa.today) }
    var settled: Settlement { reading.settled(on: Rosa.snapshot, for: .current) }
    var codes: [String] { reading.doubts(today: Rosa.today).map(\.code) }

    private static func quoted(_ text: String) -> String {
        var out = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": out += "\\\""
            case "\\": out += "\\\\"
            case "\u{0}"..<" ": out += "\\u00" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
            default: out.unicodeScalars.append(scalar)
            }
        }
        return out + "\""
    }
}
