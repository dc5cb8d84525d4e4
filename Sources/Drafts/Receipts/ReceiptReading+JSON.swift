public import Analyses
import Finance

extension ReceiptReading {
    /// Most lines that are shown; the sum is over all of them.
    static let mostShown = 30

    /// What was read, for whoever wants to look. Amounts are the model's reading; only `linesTotal` is added up by code.
    public var json: JSON {
        let shown = lines.prefix(Self.mostShown).map { line -> JSON in
            ["text": .string(line.text), "amount": line.amount.map { .money($0) } ?? .null]
        }
        let sum = ReceiptSum(self)
        return [
            "sort": .string(sort.rawValue), "merchant": .string(orNull: merchant),
            "total": total.map { .money($0) } ?? .null, "currency": .string(orNull: currency),
            "days": .array(days.map { .string($0.description) }), "lines": .array(shown),
            "count": .int(Int64(lines.count)), "linesTotal": sum.map { .money($0.plain) } ?? .null,
            "basis": "read from the file by a language model; not checked against your account",
        ]
    }
}
