import Testing

@testable import Analyses

@Suite("Tables of text")
struct TextTableTests {
    @Test("columns are as wide as their widest cell")
    func columns() {
        var table = TextTable(["name", "n"])
        table.add(["a", "1,000"])
        #expect(table.text == "name      n\na     1,000\n")
    }

    @Test("numbers have fixed decimals, what is missing is a dash")
    func numbers() {
        #expect(TextTable.decimal(0.0456, 3) == "0.046")
        #expect(TextTable.decimal(-1.5, 1) == "-1.5")
        #expect(TextTable.percent(0.805) == "80.5%")
        #expect(TextTable.percent(nil) == "–" && TextTable.decimal(.nan, 2) == "–")
    }
}
