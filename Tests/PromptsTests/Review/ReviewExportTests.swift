import Analyses
import Finance
import FoundationEssentials
import TestKit
import Testing

@testable import Prompts

@Suite("Reviews as CSV and Markdown")
struct ReviewExportTests {
    private func line(_ cells: CSV.Cell...) -> String {
        var csv = CSV()
        csv.add(cells)
        return csv.text
    }

    @Test("cells are quoted by RFC 4180 and lines end with CR LF")
    func quoting() {
        #expect(line(.text("a"), .text("b,c"), .text("d\"e"), .text("")) == "a,\"b,c\",\"d\"\"e\",\r\n")
        #expect(line(.text("one\ntwo")) == "\"one\ntwo\"\r\n")
        #expect(line(.text("one\r\ntwo")) == "\"one\r\ntwo\"\r\n")
    }

    @Test(
        "a text a spreadsheet would run gets an apostrophe",
        arguments: ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "＝1", "=\"a\"", "-£5.00"])
    func disarmed(text: String) {
        let cell = line(.text(text))
        #expect(cell.hasPrefix("'") || cell.hasPrefix("\"'"), "\(cell)")
    }

    @Test("so does one that begins with a CR") func carriageReturn() {
        #expect(line(.text("\r=1")) == "\"'\r=1\"\r\n")
    }

    @Test("a number of ours keeps its minus, and what is no number does not pass for one")
    func numbers() {
        #expect(line(.number("-5.25"), .number("7")) == "-5.25,7\r\n")
        #expect(line(.number("-5+2")) == "'-5+2\r\n")
        #expect(line(.number("=1")) == "'=1\r\n")
        #expect(line(.number("-1.2.3")) == "'-1.2.3\r\n")
    }

    @Test("every figure of a review is a line under its section, of nine cells")
    func lines() throws {
        for (name, document) in try ReviewCases.made.get().prefix(40) {
            let lines = document.csv.split(separator: "\r\n", omittingEmptySubsequences: true)
            #expect(lines.first == "section,id,label,value,unit,window,asOf,basis,coverage", "\(name)")
            #expect(lines.count == 1 + document.sections.reduce(0) { $0 + $1.figures.count }, "\(name)")
            for line in lines {
                let outside = line.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
                    .filter { $0.offset.isMultiple(of: 2) }.map { String($0.element) }.joined()
                #expect(outside.count { $0 == "," } == 8, "\(name): \(line)")
            }
        }
    }

    @Test(
        "what is left of Markdown's own characters is escaped",
        arguments: [
            ("a_b~c", "a\\_b\\~c"), ("Tom & Jo", "Tom \\& Jo"), ("- x", "\\- x"), ("+ x", "\\+ x"),
            ("see www.bad.example", "see www\\.bad.example"), ("plain £5.00 (ok)", "plain £5.00 (ok)"),
            ("[a](b)", "\\[a\\](b)"),
        ])
    func escaped(line: String, expected: String) { #expect(ReviewDocument.escaped(line) == expected) }
}
