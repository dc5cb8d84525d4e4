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

    /// The id of a stored message: 24 hex digits.
    func messageID(_ name: String) throws(Problem) -> String? {
        guard let text = try text(name) else { return nil }
        guard text.utf8.count == 24, text.allSatisfy({ $0.isASCII && $0.isHexDigit }) else {
            throw .invalid(name, "the id of a message, 24 hex digits")
        }
        return text.lowercased()
    }
}
