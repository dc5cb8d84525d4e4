import Ports
import TestServers
import Testing

@testable import Adapters

@Suite("Whether OpenAI can be asked")
struct CompletionsOpenAIProbeTests {
    private func fault(_ fake: FakeOpenAI, key: String) async throws -> PortError? {
        try await withOpenAI(fake, key: key) { client -> PortError? in
            let dependency = Dependency.openAI(client)
            #expect(dependency.name == "openai" && !dependency.isNeeded)
            do throws(PortError) {
                try await dependency.probe()
                return nil
            } catch {
                return error
            }
        }
    }

    @Test("a good key is fine")
    func good() async throws {
        try await FakeOpenAI.with(key: "sk-good") { fake in
            let fault = try await fault(fake, key: "sk-good")
            #expect(fault == nil)
            #expect(fake.requests.last?.uri == "/v1/models")
            #expect(fake.stats.requests == 0)
        }
    }

    @Test("a bad key is named as the variable to look at, and not shown")
    func badKey() async throws {
        try await FakeOpenAI.with(key: "sk-good") { fake in
            let fault = try #require(try await fault(fake, key: "sk-wrong"))
            #expect(fault.code == .refused)
            #expect(fault.message.contains("OPENAI_API_KEY") && !fault.message.contains("sk-"))
        }
    }

    @Test("nobody there is unavailable, and the address to look at is named")
    func nobody() async throws {
        let fake = try await FakeOpenAI.start()
        try await fake.stop()
        let fault = try #require(try await fault(fake, key: "sk-good"))
        #expect(fault.code == .unavailable)
        #expect(fault.message.contains("OPENAI_BASE_URL"))
    }
}
