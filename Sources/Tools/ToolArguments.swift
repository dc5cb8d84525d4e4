import Finance
import FoundationEssentials

/// What a model wrote as arguments, checked value by value: an unknown name or a wrong type is a fault, never a guess.
struct ToolArguments {
    /// Longest text of arguments that is read at all.
    static let mostBytes = 4_096
    private static let longestText = 120
    /// The largest amount a model may ask about, in pounds.
    private static let mostPounds = 100_000_000.0

    private let values: [String: Value]

    /// Reads a JSON object; an empty text is an object without members.
    init(_ text: String, allowing names: [String]) throws(ToolFault) {
        let hint = names.isEmpty ? "this tool takes no arguments" : "allowed: \(names.joined(separator: ", "))"
        guard text.utf8.count <= Self.mostBytes else { throw ToolFault("the arguments are too long", hint: hint) }
        let isEmpty = text.allSatisfy(\.isWhitespace)
        do {
            values = isEmpty ? [:] : try JSONDecoder().decode([String: Value].self, from: Data(text.utf8))
        } catch {
            throw ToolFault("the arguments are not a JSON object of plain values", hint: hint)
        }
        if let stray = values.keys.sorted().first(where: { !names.contains($0) }) {
            throw ToolFault("there is no argument named \(stray.prefix(40))", hint: hint)
        }
    }

    /// A month as YYYY-MM; nil when it is not given.
    func month(_ name: String) throws(ToolFault) -> Month? {
        guard let text = try text(name) else { return nil }
        guard let month = Month(text) else { throw fault(name, "a month written as YYYY-MM") }
        return month
    }

    /// A day as YYYY-MM-DD; nil when it is not given.
    func day(_ name: String) throws(ToolFault) -> Day? {
        guard let text = try text(name) else { return nil }
        guard let day = Day(text) else { throw fault(name, "a day written as YYYY-MM-DD") }
        return day
    }

    /// Pounds, to the penny; nil when not given.
    func money(_ name: String, atLeast least: Money = .zero) throws(ToolFault) -> Money? {
        guard let pounds = try number(name) else { return nil }
        guard pounds.magnitude <= Self.mostPounds else { throw fault(name, "an amount below £100,000,000") }
        let money = Money(pence: Int64((pounds * 100).rounded(.toNearestOrAwayFromZero)))
        guard money >= least else { throw fault(name, "an amount in pounds of \(least) or more") }
        return money
    }

    /// A whole number of a range; nil when not given.
    func whole(_ name: String, in range: ClosedRange<Int>) throws(ToolFault) -> Int? {
        guard let number = try number(name) else { return nil }
        guard let whole = Int(exactly: number), range.contains(whole) else {
            throw fault(name, "a whole number from \(range.lowerBound) to \(range.upperBound)")
        }
        return whole
    }

    /// One of a closed set of words; nil when not given.
    func choice<Choice: RawRepresentable & CaseIterable>(
        _ name: String, _: Choice.Type
    ) throws(ToolFault) -> Choice? where Choice.RawValue == String {
        guard let text = try text(name) else { return nil }
        guard let choice = Choice(rawValue: text) else {
            throw fault(name, "one of \(Choice.allCases.map(\.rawValue).joined(separator: ", "))")
        }
        return choice
    }

    /// Short text; nil when not given or empty.
    func text(_ name: String) throws(ToolFault) -> String? {
        switch values[name] {
        case nil, .null?: return nil
        case .text(let text)?:
            guard text.count <= Self.longestText else { throw fault(name, "at most \(Self.longestText) characters") }
            return text.isEmpty ? nil : text
        default: throw fault(name, "text")
        }
    }

    /// A finite number; nil when not given.
    func number(_ name: String) throws(ToolFault) -> Double? {
        switch values[name] {
        case nil, .null?: return nil
        case .number(let number)? where number.isFinite: return number
        default: throw fault(name, "a number")
        }
    }

    /// What is given, or a fault that names it.
    func required<V>(_ name: String, _ value: V?) throws(ToolFault) -> V {
        guard let value else { throw ToolFault("\(name) is missing", hint: "give \(name)") }
        return value
    }

    private func fault(_ name: String, _ expected: String) -> ToolFault {
        ToolFault("\(name) cannot be used", hint: "\(name) must be \(expected)")
    }

    private enum Value: Decodable {
        case null
        case number(Double)
        case text(String)
        case bool(Bool)

        init(from decoder: any Decoder) throws {
            let one = try decoder.singleValueContainer()
            if one.decodeNil() {
                self = .null
            } else if let bool = try? one.decode(Bool.self) {
                self = .bool(bool)
            } else if let number = try? one.decode(Double.self) {
                self = .number(number)
            } else {
                self = .text(try one.decode(String.self))
            }
        }
    }
}
