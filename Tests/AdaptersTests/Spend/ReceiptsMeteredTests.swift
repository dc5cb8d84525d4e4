import Drafts
import Finance
import Ports
import TestKit
import Testing

@testable import Adapters

@Suite("What reading a receipt costs")
struct ReceiptsMeteredTests {
    private static func file() throws -> ReceiptFile {
        try #require(ReceiptFile([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], kind: .png))
    }

    private static func desk(_ ledger: SpendLedger, person: Spend?) -> SpendDesk {
        SpendDesk(
            ledger, .init(caps: SpendCaps(turn: nil, person: person, everyone: nil)), now: { NamedPeople.now })
    }

    private static func line(_ ledger: SpendLedger) async throws -> SpendLine? {
        let today = Day(NamedPeople.now)
        return try await ledger.usage(today...today).first
    }

    @Test(
        "what the provider told is booked; what it did not tell is our own count and says so", arguments: [true, false])
    func booked(isTold: Bool) async throws {
        let ledger = SpendLedger.inMemory()
        let desk = Self.desk(ledger, person: nil)
        let usage = Usage(promptTokens: 1_200, completionTokens: 80, model: "gpt-4o", isEstimated: false)
        let receipts = Receipts { _, _, _ throws(PortError) in
            Receipts.Answer(text: "{}", usage: isTold ? usage : nil)
        }.metered(at: desk, model: "gpt-4o")
        _ = try await receipts.read(try Self.file(), NamedPeople.mayaID, "hash")
        await desk.close()
        let line = try #require(try await Self.line(ledger))
        #expect(line.feature == "receipts" && line.requests == 1 && line.open == 0)
        #expect(isTold ? line.promptTokens == 1_200 : line.promptTokens >= 1_200)
        #expect((line.estimated == .zero) == isTold)
    }

    @Test("beyond a cap no file is sent, and a file nobody took costs nothing")
    func refused() async throws {
        let ledger = SpendLedger.inMemory()
        let unsent = Receipts { _, _, _ throws(PortError) in
            Issue.record("the file was sent")
            return Receipts.Answer(text: "")
        }.metered(at: Self.desk(ledger, person: Spend(microdollars: 1)), model: "gpt-4o")
        let file = try Self.file()
        await #expect { _ = try await unsent.read(file, NamedPeople.mayaID, "hash") } throws: {
            ($0 as? PortError)?.code == .capped
        }
        let desk = Self.desk(ledger, person: nil)
        let refusing = Receipts { _, _, _ throws(PortError) in throw PortError(.refused, "no such file") }
            .metered(at: desk, model: "gpt-4o")
        await #expect(throws: PortError.self) { _ = try await refusing.read(file, NamedPeople.mayaID, "hash") }
        await desk.close()
        #expect(try await Self.line(ledger)?.spent ?? .zero == .zero)
        #expect(try await Self.line(ledger)?.reserved ?? .zero == .zero)
    }
}
