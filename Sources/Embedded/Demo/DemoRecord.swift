import Finance
import FoundationEssentials

/// Makes documents in the newer backend's shape, with ids that say what they are, so that making the same record twice
/// gives the same bytes.
struct DemoRecord {
    /// The kinds of record, each with its part of the id.
    enum Kind: Int { case user = 1, income, expense, budget, debt, goal, calculation }

    /// 24 digits: mark, kind, person, month as yyyymm, place in the month.
    static func id(_ kind: Kind, of number: Int, in month: Month? = nil, _ serial: Int = 0) -> String {
        let yearMonth = month.map { $0.year * 100 + $0.month } ?? 0
        return "de" + digits(kind.rawValue, 2) + digits(number, 4) + digits(yearMonth, 6) + digits(serial, 10)
    }

    /// Whole pounds are stored as an integer, anything else as a double, like the backend's own numbers.
    static func amount(_ money: Money) -> Document.Value {
        money.pence % 100 == 0 ? .int(money.pence / 100) : .double(Double(money.pence) / 100)
    }

    static func date(_ day: Day, minute: Int = 0) -> Document.Value {
        .date(day.start.addingTimeInterval(Double(minute) * 60))
    }

    /// What the older backend stored where the newer one has a date.
    static func text(_ day: Day) -> Document.Value { .string("\(day)T00:00:00.000Z") }

    /// A document with the fields every record has; `others` win.
    static func make(
        _ id: String, owner: Int?, created: Document.Value, _ others: [String: Document.Value]
    ) -> Document {
        var fields: [String: Document.Value] = [
            "_id": .id(id), "isDeleted": .bool(false), "createdAt": created, "updatedAt": created, "__v": .int(0),
        ]
        if let owner { fields["userId"] = .id(Self.id(.user, of: owner)) }
        return Document(fields.merging(others) { $1 })
    }

    private static func digits(_ value: Int, _ width: Int) -> String {
        let text = String(value)
        return String(repeating: "0", count: max(0, width - text.count)) + text
    }
}
