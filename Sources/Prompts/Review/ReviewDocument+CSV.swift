import Analyses
import Finance

/// Comma-separated values by RFC 4180, safe to open in a spreadsheet.
///
/// 1. Lines end with CR LF; a cell that holds a comma, a quotation mark or a line's end is quoted, marks in it doubled.
/// 2. A text that begins with = + - @, a tab or a CR, or with the wide form of one of the signs, gets an apostrophe in
///    front, since a spreadsheet would run it. A number that code wrote keeps its minus.
struct CSV {
    /// One cell.
    enum Cell {
        case text(String)
        case number(String)
    }

    private(set) var text = ""

    mutating func add(_ cells: [Cell]) {
        text += cells.map(Self.written).joined(separator: ",") + "\r\n"
    }

    private static func written(_ cell: Cell) -> String {
        switch cell {
        case .number(let number) where isNumber(number): number
        case .number(let text), .text(let text): quoted(disarmed(text))
        }
    }

    /// A number is digits with one minus in front and one point at most.
    private static func isNumber(_ text: String) -> Bool {
        let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
        return digits.first.map { $0.isASCII && $0.isNumber } ?? false
            && digits.allSatisfy { $0 == "." || $0.isASCII && $0.isNumber } && digits.count { $0 == "." } <= 1
    }

    private static func disarmed(_ text: String) -> String {
        guard let first = text.unicodeScalars.first else { return text }
        return "=+-@\t\r＝＋－＠".unicodeScalars.contains(first) ? "'" + text : text
    }

    private static func quoted(_ text: String) -> String {
        // By scalars: a CR and an LF in a row are one character.
        guard text.unicodeScalars.contains(where: { ",\"\r\n".unicodeScalars.contains($0) }) else { return text }
        return "\"\(text.replacing("\"", with: "\"\""))\""
    }
}

extension ReviewDocument {
    /// The figures behind the document, one a line, each under the section that states it.
    public var csv: String {
        var csv = CSV()
        csv.add(["section", "id", "label", "value", "unit", "window", "asOf", "basis", "coverage"].map { .text($0) })
        for section in sections {
            for figure in section.figures { csv.add(Self.cells(figure, in: section)) }
        }
        return csv.text
    }

    private static func cells(_ figure: Figure, in section: ReviewSection) -> [CSV.Cell] {
        let value: CSV.Cell =
            switch figure.value {
            case .day(let day): .text(day.description)
            case nil: .text("")
            case let value?: .number(value.json.text)
            }
        return [
            .text(section.kind.rawValue), .text(figure.id), .text(figure.label), value,
            .text(figure.value == nil ? "" : figure.unit), .text(figure.window ?? ""), .text(figure.asOf.rfc3339),
            .text(figure.basis), .text(figure.coverage.rawValue),
        ]
    }
}
