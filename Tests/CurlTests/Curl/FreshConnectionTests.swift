import TestServers
import Testing

@testable import Curl

@Suite("Connections of their own")
struct FreshConnectionTests {
    private func connections(_ reuses: [Bool]) async throws -> Int {
        try await FakeOpenAI.with { fake in
            try await withCurl { curl in
                for reuse in reuses {
                    var request = chatRequest(fake, "[fake: tokens=1]")
                    request.reusesConnection = reuse
                    _ = try await curl.response(to: request, upTo: 100_000)
                }
                return fake.stats.connections
            }
        }
    }

    @Test("a request that may not use a kept connection takes no old one and leaves none behind")
    func fresh() async throws {
        #expect(try await connections([true, true, true]) == 1)
        #expect(try await connections([false, false, false]) == 3)
        #expect(try await connections([true, false]) == 2, "the first one's is not taken")
        #expect(try await connections([true, false, true]) == 2, "the first one's stays, the second one's does not")
        #expect(try await connections([false, true, true]) == 2)
    }
}
