/// Rows of text in columns, the first flush left, the others flush right.
struct TextTable {
    private var rows: [[String]]

    init(_ head: [String]) { rows = [head] }

    mutating func add(_ row: [String]) { rows.append(row) }

    var text: String {
        let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
        let lines = rows.map { row in
            row.enumerated().map { column, cell in
                let space = String(repeating: " ", count: widths[column] - cell.count)
                return column == 0 ? cell + space : space + cell
            }.joined(separator: "  ")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// A share as per cent with one decimal, or a dash.
    static func percent(_ share: Double?) -> String { share.map { decimal($0 * 100, 1) + "%" } ?? "–" }

    /// A number with a fixed number of decimals, or a dash.
    static func decimal(_ value: Double?, _ places: Int) -> String {
        guard let value, value.isFinite, value.magnitude < 1e12 else { return "–" }
        let scale = (0..<places).reduce(Int64(1)) { scale, _ in scale * 10 }
        let scaled = Int64((value * Double(scale)).rounded(.toNearestOrAwayFromZero))
        let digits = String(scaled.magnitude % UInt64(scale))
        let rest = String(repeating: "0", count: places - digits.count) + digits
        return "\(scaled < 0 ? "-" : "")\(scaled.magnitude / UInt64(scale)).\(rest)"
    }
}
