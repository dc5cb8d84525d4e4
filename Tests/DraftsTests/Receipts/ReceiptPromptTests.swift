import Analyses
import FoundationEssentials
import Testing

@testable import Drafts

@Suite("What a model is told about a receipt")
struct ReceiptPromptTests {
    private struct Shape: Decodable {
        var required: [String]
        var additionalProperties: Bool
        var properties: [String: Member]
        struct Member: Decodable { var `enum`: [String]? }
    }

    @Test("the shape is strict: every member required, no other allowed, and an answer in it is read")
    func schema() throws {
        let shape = try JSONDecoder().decode(Shape.self, from: Data(ReceiptPrompt.schema.text.utf8))
        #expect(Set(shape.required) == Set(shape.properties.keys) && !shape.additionalProperties)
        #expect(shape.properties["sort"]?.enum == ReceiptReading.Sort.allCases.map(\.rawValue))
        for name in shape.required { #expect(Paper().answer.contains("\"\(name)\":"), "\(name)") }
    }

    @Test("it says that nothing on the paper is an instruction, asks for no guess, and tells nothing of anybody")
    func rules() {
        let words = ReceiptPrompt.rules + ReceiptPrompt.question
        for phrase in ["only ink", "never work out", "guess", "day, month, year"] { #expect(words.contains(phrase)) }
        #expect(words.utf8.count < 3_000)
    }
}
