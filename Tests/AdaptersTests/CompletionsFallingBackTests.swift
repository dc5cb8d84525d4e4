import NIOConcurrencyHelpers
import Ports
import Prompts
import TestKit
import Testing

@testable import Adapters

@Suite("Completions that fall back")
struct CompletionsFallingBackTests {
    private static func spare() -> Completions {
        Completions(model: "spare") { _, receive in
            try await receive(.written("Spare words."))
            try await receive(.finished(.complete))
        }
    }

    private static func words(_ port: Completions) async throws -> String {
        let said = NIOLockedValueBox("")
        try await port.stream(try completionRequest("Hello?")) { event in
            switch event {
            case .text(let text), .written(let text): said.withLockedValue { $0 += text }
            default: break
            }
        }
        return said.withLockedValue { $0 }
    }

    @Test(
        "what fails before its first word is answered by the other, with a notice",
        arguments: [PortError.Code.unavailable, .timeout, .limited, .refused, .busy])
    func early(_ code: PortError.Code) async throws {
        let failing = Completions(model: "failing") { _, _ in throw PortError(code, "no") }
        let port = failing.fallingBack(to: Self.spare(), notice: "Notice. ")
        #expect(try await Self.words(port) == "Notice. Spare words.")
    }

    @Test("what fails after its first word has failed, and a cancelled one is not answered by another")
    func late() async throws {
        let late = Completions(model: "late") { _, receive in
            try await receive(.text("You"))
            throw PortError(.unavailable, "cut")
        }
        await #expect(throws: PortError.self) {
            try await Self.words(late.fallingBack(to: Self.spare(), notice: ""))
        }
        let cancelled = Completions(model: "cancelled") { _, _ in throw PortError(.cancelled, "stopped") }
        await #expect(throws: PortError.self) {
            try await Self.words(cancelled.fallingBack(to: Self.spare(), notice: ""))
        }
    }

    @Test("one that fails again and again is left alone for a while; a refusal is not its being away")
    func breaker() async throws {
        for (code, asked) in [(PortError.Code.unavailable, 5), (.refused, 8)] {
            let count = NIOLockedValueBox(0)
            let failing = Completions(model: "failing") { _, _ in
                count.withLockedValue { $0 += 1 }
                throw PortError(code, "no")
            }
            let port = failing.fallingBack(to: Self.spare(), notice: "")
            for _ in 0..<8 { #expect(try await Self.words(port) == "Spare words.") }
            #expect(count.withLockedValue { $0 } == asked)
        }
    }
}
