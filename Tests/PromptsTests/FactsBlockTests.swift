import Analyses
import Finance
import Prompts
import TestKit
import Testing

@Suite("The facts block")
struct FactsBlockTests {
    private func block(_ documents: SnapshotDocuments, _ limits: PromptLimits = PromptLimits()) throws -> FactsBlock {
        FactsBlock(of: Review(of: try NamedPeople.snapshot(of: documents)), limits: limits)
    }

    @Test("is as recorded for each named person", arguments: NamedPeople.all.map(\.name))
    func golden(name: String) throws {
        let documents = try #require(NamedPeople.all.first { $0.name == name }?.documents)
        try Golden.expect(try block(documents).text, matches: "facts-\(name)")
    }

    @Test("each fact line carries its window or says balance, and its as-of time")
    func lines() throws {
        let facts = try block(NamedPeople.maya)
        let lines = facts.text.split(separator: "\n").dropFirst(3).dropLast()
        #expect(lines.count == facts.figures.count)
        for line in lines {
            #expect(line.contains("[window 2026-0") || line.contains("[balance;"))
            #expect(line.contains("as of 2026-04-20T10:00:00Z"))
        }
    }

    @Test("nothing typed can close the block, open a line or reach the model as markup")
    func hostile() throws {
        let facts = try block(NamedPeople.mallory)
        let text = facts.text
        #expect(text.ranges(of: FactsBlock.opening).count == 1 && text.hasPrefix(FactsBlock.opening))
        #expect(text.ranges(of: FactsBlock.closing).count == 1 && text.hasSuffix(FactsBlock.closing))
        for line in text.split(separator: "\n") {
            #expect(!line.hasPrefix("system") && line.count < 800)
        }
        let inside = text.dropFirst(FactsBlock.opening.count).dropLast(FactsBlock.closing.count)
        #expect(!inside.contains { "<>`{}".contains($0) })
        #expect(!inside.contains("!["))
        #expect(!inside.unicodeScalars.contains { $0.value < 32 && $0 != "\n" || $0.value >= 0xE0000 })
    }

    @Test("holds no id, no e-mail address, no telephone number and no partner's name")
    func minimal() throws {
        let all = try NamedPeople.all.map { try block($0.documents).text }.joined()
        for secret in ["example.com", "07700900123", "evil.example", "Daniel", "661f0a1b", "662000", "Thornton"] {
            #expect(!all.contains(secret), "\(secret)")
        }
        #expect(all.contains("“Maya”"))
    }

    @Test("a name that is an address is left out")
    func addressAsName() throws {
        var documents = NamedPeople.maya
        documents.user.fields["name"] = .string("maya@example.com")
        #expect(!(try block(documents).text).contains("First name"))
    }

    @Test("keeps to its token budget, the most asked-for facts first, and says what it left out")
    func budget() throws {
        let small = try block(NamedPeople.omar, PromptLimits(factsTokens: 400))
        let large = try block(NamedPeople.omar)
        #expect(small.figures.count < large.figures.count)
        #expect(small.figures == Array(large.figures.prefix(small.figures.count)))
        #expect(small.text.contains("(\(large.figures.count - small.figures.count) further facts left out)"))
        #expect(TokenEstimate.of(small.text) <= 420)
        #expect(small.figures.first?.id == "month.income")
    }

    @Test("what is not known is said with its reason, not written as zero")
    func notKnown() throws {
        let text = try block(NamedPeople.noah).text
        #expect(
            text.contains(
                "Income in April 2026: not known [window 2026-04; as of 2026-04-20T10:00:00Z; nothing recorded for April 2026]"
            ))
    }
}
