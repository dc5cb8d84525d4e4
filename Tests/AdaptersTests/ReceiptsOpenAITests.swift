import Curl
import Drafts
import Foundation
import Logging
import OpenAI
import Ports
import TestKit
import TestServers
import Testing

@testable import Adapters

@Suite("Receipts read by OpenAI")
struct ReceiptsOpenAITests {
    private static let answer = #"{"sort":"receipt","merchant":"Corner Bakery","total":"12.40"}"#

    private func file(_ kind: ReceiptFile.Kind = .png) throws -> ReceiptFile {
        let head: [UInt8] =
            kind == .pdf ? Array("%PDF-1.7 CANARY".utf8) : [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 7]
        return try #require(ReceiptFile(head, kind: kind))
    }

    private func read(_ fake: FakeOpenAI, _ kind: ReceiptFile.Kind = .png) async throws -> Result<String, PortError> {
        let file = try file(kind)
        return try await withOpenAI(fake) { client in
            do throws(PortError) {
                return .success(try await Receipts.openAI(client).read(file, NamedPeople.mayaID, "hash").text)
            } catch {
                return .failure(error)
            }
        }
    }

    private static let good = FakeScript.with { $0.text = answer }

    @Test("the file goes whole with our words and the strict shape; the answer comes back as it stands")
    func whole() async throws {
        try await FakeOpenAI.with(usual: Self.good) { fake async throws in
            for (kind, name) in [(ReceiptFile.Kind.png, nil), (.pdf, "receipt.pdf")] as [(ReceiptFile.Kind, String?)] {
                #expect(try await read(fake, kind).get() == Self.answer)
                let chat = try #require(fake.requests.last?.chat)
                let sent = try #require(chat.messages.last?.files.first)
                #expect(sent.bytes == (try file(kind).bytes) && sent.mediaType == kind.rawValue && sent.name == name)
                #expect(chat.messages.map(\.content) == [ReceiptPrompt.rules, ReceiptPrompt.question])
                #expect(chat.response_format?.type == "json_schema" && chat.toolNames.isEmpty)
            }
        }
    }

    @Test("a server without the strict shape is asked for any JSON, then for text, and what it took is remembered")
    func looser() async throws {
        try await FakeOpenAI.with(usual: Self.good) { fake async throws in
            let no = FakeScript(failure: .init(400))
            fake.enqueue(no, no)
            let file = try file()
            try await withOpenAI(fake) { client in
                let receipts = Receipts.openAI(client)
                _ = try await receipts.read(file, NamedPeople.mayaID, "hash")
                _ = try await receipts.read(file, NamedPeople.mayaID, "hash")
            }
            let formats = fake.requests.map { $0.chat?.response_format?.type }
            #expect(formats == ["json_schema", "json_object", nil, nil])
        }
    }

    @Test("a file that is taken in no shape is refused, and the next one is asked strictly again")
    func refused() async throws {
        try await FakeOpenAI.with(usual: Self.good) { fake async throws in
            let no = FakeScript(failure: .init(400))
            fake.enqueue(no, no, no)
            let file = try file()
            try await withOpenAI(fake) { client in
                let receipts = Receipts.openAI(client)
                await #expect { _ = try await receipts.read(file, NamedPeople.mayaID, "hash") } throws: {
                    ($0 as? PortError)?.code == .refused
                }
                _ = try await receipts.read(file, NamedPeople.mayaID, "hash")
            }
            #expect(fake.requests.last?.chat?.response_format?.type == "json_schema" && fake.requests.count == 4)
        }
    }

    @Test("an overloaded server is asked again; a refusal, a cut and a filtered answer are none; too long a one is bad")
    func odd() async throws {
        try await FakeOpenAI.with(usual: Self.good) { fake async throws in
            fake.enqueue(FakeScript(failure: .init(503)))
            #expect(try await read(fake).get() == Self.answer)
            for script in [
                FakeScript.with { $0.isRefusal = true }, .with { $0.finishReason = "length" },
                .with { $0.finishReason = "content_filter" },
            ] {
                fake.enqueue(script)
                #expect(try await read(fake).get() == "")
            }
            fake.enqueue(.with { $0.text = String(repeating: "word ", count: 7_000) })
            #expect(try await code(read(fake)) == .malformed)
            fake.enqueue(FakeScript(failure: .init(401)))
            #expect(try await code(read(fake)) == .refused)
        }
    }

    @Test("beyond width and room nobody waits")
    func limited() async throws {
        let (gate, file) = (Gate(), try file())
        let receipts = Receipts { _, _, _ throws(PortError) in
            await gate.hold()
            return Receipts.Answer(text: "{}")
        }.limited(to: 1, waiting: 0)
        async let first = receipts.read(file, NamedPeople.mayaID, "a")
        try await gate.arrivals.wait(count: 1)
        await #expect { _ = try await receipts.read(file, NamedPeople.mayaID, "b") } throws: {
            ($0 as? PortError)?.code == .busy
        }
        gate.open()
        #expect(try await first.text == "{}")
    }

    private func code(_ result: Result<String, PortError>) -> PortError.Code? {
        if case .failure(let error) = result { error.code } else { nil }
    }
}
