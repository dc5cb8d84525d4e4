import Analyses
import Finance
import FoundationEssentials
import TestKit
import Testing

@Suite("The admin's list of people")
struct TriageRowTests {
    private func row(_ digit: String, _ level: RiskBand?, _ score: Int?, never: Int = 0) -> TriageRow {
        var row = TriageRow(of: RiskCases().assessment)
        row.userID = NamedPeople.id("66200000000000000000000" + digit)
        row.level = level
        row.score = score
        row.neverClearing = never
        return row
    }

    @Test("level, then score, then a debt that never clears, then the id; the not assessed last")
    func order() {
        let rows = [
            row("1", .high, 50), row("2", .high, 50, never: 2), row("3", .high, 60), row("4", .medium, 70),
            row("5", .medium, 70), row("6", .low, 0), row("7", nil, nil),
        ]
        let sorted = rows.shuffled().sorted { $0.cursor < $1.cursor }
        #expect(sorted.map { String($0.userID.hex.suffix(1)) } == ["3", "2", "1", "4", "5", "6", "7"])
    }

    @Test("a cursor's text is read back as the same place")
    func cursor() throws {
        let place = row("a", .medium, 42, never: 1).cursor
        #expect(place.description == "2085-66200000000000000000000a")
        #expect(TriageCursor(place.description) == place)
    }

    @Test(
        "no other text is a cursor",
        arguments: ["", "-", "1", "+1-661f0a1b2c3d4e5f60718293", "10000-661f0a1b2c3d4e5f60718293", "1-x", "1-2-3"])
    func notCursor(text: String) { #expect(TriageCursor(text) == nil) }

    @Test("pages by cursor give everyone once while people are inserted between them")
    func pages() {
        var rows = ["1", "2", "3", "4", "5", "6"].map { row($0, .low, 5) }
        var seen: [UserID] = []
        var place: TriageCursor?
        for inserted in ["0", "7", "8"] {
            let cursors = rows.map(\.cursor).sorted()
            let page = cursors.filter { cursor in place.map { cursor > $0 } ?? true }.prefix(2)
            seen += page.map(\.userID)
            place = page.last
            rows.append(row(inserted, .high, 90))
        }
        #expect(seen == rows.prefix(6).map(\.userID))
    }

    @Test("a line says who, where, why, how far the records go and when they were read; it survives being stored")
    func line() throws {
        let line = TriageRow(of: RiskAssessment(of: try NamedPeople.snapshot(of: NamedPeople.omar)))
        #expect(line.level == .medium && line.score == 20 && line.quality == .B && line.neverClearing == 1)
        #expect(line.json.text.contains(#""topReason":"Debt payments of £711.00 a month beside income of £2,500.00"#))
        #expect(line.json.text.hasSuffix(#""neverClearing":1,"dataQuality":"B","asOf":"2026-04-20T10:00:00Z"}"#))
        #expect(try JSONDecoder().decode(TriageRow.self, from: JSONEncoder().encode(line)) == line)
    }
}
