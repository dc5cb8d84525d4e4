internal import Finance
internal import Hummingbird

/// The query of one request. A name that is not known is ignored, so that newer clients work; a value that cannot be
/// used, or is given twice, is a problem that names it.
struct QueryReader {
    private let parameters: [(name: String, value: String)]

    init(_ request: Request) {
        parameters = request.uri.queryParameters.map { (String($0.key), String($0.value)) }
    }

    /// The first text of that name, for a handshake, which has no way to say what is wrong; nil when absent or empty.
    func first(_ name: String) -> String? {
        parameters.first { $0.name == name }.flatMap { $0.value.isEmpty ? nil : $0.value }
    }

    /// The one text of that name; nil when absent or empty.
    func text(_ name: String) throws(Problem) -> String? {
        let values = parameters.filter { $0.name == name }
        guard values.count <= 1 else { throw .invalid(name, "given once") }
        return first(name)
    }

    /// A whole number in a range.
    func whole(_ name: String, in range: ClosedRange<Int>, default usual: Int) throws(Problem) -> Int {
        guard let text = try text(name) else { return usual }
        guard let value = Int(text), range.contains(value) else {
            throw .invalid(name, "a whole number from \(range.lowerBound) to \(range.upperBound)")
        }
        return value
    }

    /// `true` or `false`.
    func flag(_ name: String) throws(Problem) -> Bool {
        switch try text(name) {
        case nil, "false": false
        case "true": true
        default: throw .invalid(name, "true or false")
        }
    }

    /// `YYYY-MM` of a year in which there can be records.
    func month(_ name: String) throws(Problem) -> Month? {
        guard let text = try text(name) else { return nil }
        guard let month = Month(text), (2000...2100).contains(month.year) else {
            throw .invalid(name, "a month as YYYY-MM from 2000-01 to 2100-12")
        }
        return month
    }

    /// `YYYY-Www`, an ISO week of a year in which there can be records.
    func week(_ name: String) throws(Problem) -> ISOWeek? {
        guard let text = try text(name) else { return nil }
        guard let week = ISOWeek(text), (2000...2100).contains(week.year) else {
            throw .invalid(name, "a week as YYYY-Www from 2000-W01 to 2100-W52")
        }
        return week
    }

    /// `YYYY-MM-DD` of a year in which there can be records.
    func day(_ name: String) throws(Problem) -> Day? {
        guard let text = try text(name) else { return nil }
        guard text.utf8.count == 10, let day = Day(text), (2000...2100).contains(day.year) else {
            throw .invalid(name, "a day as YYYY-MM-DD from 2000-01-01 to 2100-12-31")
        }
        return day
    }

    /// Pounds with at most two decimals, from 0 to 10,000,000.
    func money(_ name: String) throws(Problem) -> Money? {
        guard let text = try text(name) else { return nil }
        let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        let pence = parts.count == 2 ? String(parts[1]) : ""
        guard let pounds = parts.first, (1...8).contains(pounds.utf8.count), pence.utf8.count <= 2,
            parts.count == 1 || !pence.isEmpty, (pounds + pence).allSatisfy({ ("0"..."9").contains($0) }),
            let whole = Int64(pounds), whole <= 10_000_000,
            let part = Int64(pence + String(repeating: "0", count: 2 - pence.utf8.count))
        else { throw .invalid(name, "an amount in pounds from 0 to 10000000 with at most two decimals") }
        return Money(pence: whole * 100 + part)
    }

    /// Up to 100 ids of 24 hex digits with commas between; empty when not given.
    func identifiers(_ name: String) throws(Problem) -> [String] {
        guard let text = try text(name) else { return [] }
        let ids = text.split(separator: ",", omittingEmptySubsequences: false).map { $0.lowercased() }
        guard ids.count <= 100, ids.allSatisfy({ UserID($0) != nil }) else {
            throw .invalid(name, "up to 100 ids of 24 hex digits with commas between")
        }
        return ids
    }

    /// The id of a stored message: 24 hex digits.
    func messageID(_ name: String) throws(Problem) -> String? {
        guard let text = try text(name) else { return nil }
        guard text.utf8.count == 24, text.allSatisfy({ $0.isASCII && $0.isHexDigit }) else {
            throw .invalid(name, "the id of a message, 24 hex digits")
        }
        return text.lowercased()
    }
}
