import Foundation
import Testing

/// Holds `docs/security.md` to the tests it names: a proof that is gone or renamed is no proof.
@Suite("The security document")
struct SecurityDocumentTests {
    /// A test by its words, and the file they are said to stand in, below Tests and without its ending.
    struct Proof: Hashable, CustomStringConvertible {
        var words: String
        var file: String
        var description: String { "“\(words)” in \(file)" }
    }

    /// The checklist's part, on one line.
    private static func checklist() throws -> String {
        let file = Manifest.root.appendingPathComponent("docs/security.md")
        let text = try String(contentsOf: file, encoding: .utf8)
        let parts = text.components(separatedBy: "\n## ")
        let part = try #require(parts.first { $0.hasPrefix("The checklist") })
        return part.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    static func proofs(in text: String) -> [Proof] {
        text.matches(of: #/"([^"]+)" \(([\w/+]+)\)/#).map { Proof(words: String($0.1), file: String($0.2)) }
    }

    /// The words of every test, suite and conformance check of a file.
    static func words(in source: String) -> Set<String> {
        Set(source.matches(of: #/(?:@Test|@Suite|ConformanceCheck)\(\s*"((?:[^"\\]|\\.)*)"/#).map { String($0.1) })
    }

    @Test("every test it names is there, in the file it names")
    func proofsExist() throws {
        let proofs = try Self.proofs(in: Self.checklist())
        #expect(proofs.count > 40)
        for proof in Set(proofs) {
            let file = Manifest.root.appendingPathComponent("Tests/\(proof.file).swift")
            let source = try? String(contentsOf: file, encoding: .utf8)
            #expect(source.map { Self.words(in: $0).contains(proof.words) } == true, "\(proof)")
        }
    }

    @Test("nothing in its checklist stands in quotation marks without its file, and no line without a verdict")
    func everyLine() throws {
        let text = try Self.checklist()
        #expect(text.count { $0 == "\"" } == 2 * Self.proofs(in: text).count)
        let lines = text.components(separatedBy: " - **").dropFirst()
        #expect(lines.count > 30)
        for line in lines {
            let verdicts = ["Proven:", "Decided:", "Open:"].filter { line.contains($0) }
            #expect(!verdicts.isEmpty, "\(line.prefix(60))")
            if verdicts.contains("Proven:") { #expect(!Self.proofs(in: line).isEmpty, "\(line.prefix(60))") }
        }
    }

    @Test("a name is read whatever line breaks stand around it, and a test that is only mentioned is not one")
    func reading() {
        #expect(Self.proofs(in: #"see "it holds" (A/B+C) and "x""#) == [Proof(words: "it holds", file: "A/B+C")])
        let source = """
            @Test(
                "on its own line", arguments: [1])
            // "mentioned"
            ConformanceCheck("a promise") {
            """
        #expect(Self.words(in: source) == ["on its own line", "a promise"])
    }
}
